using EventOps.Marketplace.Plans;

namespace EventOps.Marketplace.Directory;

/// <summary>How far it is to walk between the stands of a hall: around them, never through. Walls of the picture are not known.</summary>
public static class Walking
{
    private const decimal FinestCell = 0.5m;
    private const int MostCells = 160;
    private const double Diagonal = 1.4142;

    /// <summary>Metres from a stand to each stand, to a metre or so.</summary>
    public static IReadOnlyDictionary<Guid, double> From(Plan plan, PlannedStand stand) => new Floor(plan).Walk(stand.Box);

    /// <summary>Metres from an entrance to each stand.</summary>
    public static IReadOnlyDictionary<Guid, double> From(Plan plan, Entrance door) =>
        new Floor(plan).Walk(new(door.X, door.Y, 0, 0));

    private sealed class Floor
    {
        private readonly Plan _plan;
        private readonly double _cell;
        private readonly int _columns;
        private readonly int _rows;
        private readonly bool[] _blocked;

        public Floor(Plan plan)
        {
            _plan = plan;
            _cell = (double)Math.Max(FinestCell, Math.Max(plan.Size.Width, plan.Size.Depth) / MostCells);
            // One more cell on each side is the wall.
            (_columns, _rows) = ((int)Math.Ceiling((double)plan.Size.Width / _cell) + 2,
                (int)Math.Ceiling((double)plan.Size.Depth / _cell) + 2);
            _blocked = [.. Enumerable.Range(0, _columns * _rows).Select(at =>
                at % _columns is 0 || at % _columns == _columns - 1 || at / _columns is 0 || at / _columns == _rows - 1)];
            foreach (var stand in plan.Stands)
                foreach (var at in Cells(stand.Box, around: 0)) _blocked[at] = true;
        }

        public Dictionary<Guid, double> Walk(Box from)
        {
            var far = Distances(Free(from));
            return _plan.Stands.ToDictionary(stand => stand.Id, stand => stand.Box == from ? 0 : Free(stand.Box)
                .Select(at => far[at]).DefaultIfEmpty(double.PositiveInfinity).Min() is var way && double.IsFinite(way)
                    ? way : (double)stand.Box.GapTo(from));
        }

        private double[] Distances(IEnumerable<int> starts)
        {
            var far = Enumerable.Repeat(double.PositiveInfinity, _blocked.Length).ToArray();
            var next = new PriorityQueue<int, double>();
            foreach (var start in starts)
            {
                far[start] = 0;
                next.Enqueue(start, 0);
            }

            while (next.TryDequeue(out var at, out var way))
            {
                if (way > far[at]) continue;
                foreach (var (to, step) in Steps(at))
                {
                    if (_blocked[to] || way + step >= far[to]) continue;
                    far[to] = way + step;
                    next.Enqueue(to, far[to]);
                }
            }

            return far;
        }

        private IEnumerable<(int To, double Step)> Steps(int at)
        {
            var (column, row) = (at % _columns, at / _columns);
            for (var y = Math.Max(0, row - 1); y <= Math.Min(_rows - 1, row + 1); y++)
                for (var x = Math.Max(0, column - 1); x <= Math.Min(_columns - 1, column + 1); x++)
                    if ((x, y) != (column, row)) yield return (y * _columns + x,
                        _cell * (x != column && y != row ? Diagonal : 1));
        }

        private IEnumerable<int> Free(Box box) => Cells(box, around: 1).Where(at => !_blocked[at]);

        private IEnumerable<int> Cells(Box box, int around)
        {
            int Cell(decimal metres) => (int)Math.Floor((double)metres / _cell + 0.5) + 1;
            var (left, top) = (Cell(box.X), Cell(box.Y));
            var (right, bottom) = (Cell(box.X + box.Width) - 1, Cell(box.Y + box.Depth) - 1);
            for (var y = Math.Max(0, top - around); y <= Math.Min(_rows - 1, bottom + around); y++)
                for (var x = Math.Max(0, left - around); x <= Math.Min(_columns - 1, right + around); x++)
                    yield return y * _columns + x;
        }
    }
}
