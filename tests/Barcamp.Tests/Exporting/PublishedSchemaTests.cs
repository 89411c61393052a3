using System.Text.Json.Nodes;
using System.Xml;
using EventOps.Barcamp.Exporting;
using Json.Schema;

namespace EventOps.Barcamp.Tests.Exporting;

/// <summary>
/// Our files against the schemas that c3voc publishes (github.com/voc/schedule, validator/xsd and validator/json). They are not
/// ours and not in this repository: <c>EVENTOPS_SCHEDULE_SCHEMAS=FOLDER bin/test Barcamp</c>, with schedule.xml.xsd and schema.json in
/// that folder, runs these tests too.
/// </summary>
[Trait("Needs", "schedule-schemas")]
public class PublishedSchemaTests
{
    [Fact]
    public void The_xml_is_valid()
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(null, Schema("schedule.xml.xsd"));
        settings.ValidationEventHandler += (_, fault) => faults.Add($"{fault.Exception.LineNumber}: {fault.Message}");
        using var text = new StringReader(ScheduleXml.Write(TwoDays.Plan, TwoDays.BaseUrl));
        using var reader = XmlReader.Create(text, settings);
        while (reader.Read()) { }
        Assert.Empty(faults);
    }

    [Fact]
    public void The_json_is_valid()
    {
        var schema = JsonSchema.FromFile(Schema("schema.json"));
        var answer = schema.Evaluate(
            JsonNode.Parse(ScheduleJson.Write(TwoDays.Plan, TwoDays.BaseUrl)),
            new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        // Details name the branches of a choice that do not fit, too: they are only worth reading where none does.
        Assert.True(answer.IsValid, string.Join('\n', answer.Details.SelectMany(part => (part.Errors ?? new Dictionary<string, string>())
            .Select(error => $"{part.InstanceLocation}: {error.Value}"))));
    }

    private static string Schema(string file) => Path.Combine(
        Environment.GetEnvironmentVariable("EVENTOPS_SCHEDULE_SCHEMAS")
            ?? throw new InvalidOperationException("EVENTOPS_SCHEDULE_SCHEMAS names no folder with the published schemas."), file);
}
