using EventOps.Surveys.Statistics;

namespace EventOps.Surveys.Tests.Statistics;

public class DistributionTests
{
    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(2, 4.303)]
    [InlineData(5, 2.571)]
    [InlineData(9, 2.262)]
    [InlineData(10, 2.228)]
    [InlineData(29, 2.045)]
    [InlineData(60, 2.000)]
    [InlineData(120, 1.980)]
    [InlineData(10_000_000, 1.960)]
    public void Student_t_as_in_Fisher_and_Yates_table_III(double freedom, double t) =>
        Assert.Equal(t, Distributions.StudentT(freedom), 3);

    [Theory]
    [InlineData(0.10, 9, 1.833)]
    [InlineData(0.01, 9, 3.250)]
    [InlineData(0.01, 30, 2.750)]
    public void Student_t_at_other_levels(double outside, double freedom, double t) =>
        Assert.Equal(t, Distributions.StudentT(freedom, outside), 3);

    [Theory]
    [InlineData(3.841, 1, 0.05)]
    [InlineData(6.635, 1, 0.01)]
    [InlineData(5.991, 2, 0.05)]
    [InlineData(9.488, 4, 0.05)]
    [InlineData(16.919, 9, 0.05)]
    [InlineData(43.773, 30, 0.05)]
    [InlineData(3.325, 9, 0.95)]
    [InlineData(10.828, 1, 0.001)]
    public void Chi_square_as_in_Fisher_and_Yates_table_IV(double value, int freedom, double tail) =>
        Assert.Equal(tail, Distributions.ChiSquareTail(value, freedom), 4);

    [Fact]
    public void Two_degrees_of_freedom_are_an_exponential() =>
        Assert.Equal(Math.Exp(-3.7), Distributions.ChiSquareTail(7.4, 2), 12);

    [Fact]
    public void Gamma_of_whole_numbers_is_a_factorial() => Assert.Equal(Math.Log(3_628_800), Distributions.LogGamma(11), 10);
}
