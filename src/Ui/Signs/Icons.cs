using System.Collections.Frozen;

namespace EventOps.Ui;

/// <summary>The drawings of <see cref="Icon"/>, on a 24 px grid.</summary>
public static class Icons
{
    private static readonly FrozenDictionary<string, string> s_drawings = new Dictionary<string, string>
    {
        ["ok"] = """<circle cx="12" cy="12" r="9.5"/><path d="m7.5 12.5 3.2 3.2 5.8-7"/>""",
        ["again"] =
            """<path d="M12 1.8 22.2 12 12 22.2 1.8 12Z"/><path d="M9.7 9.6c.2-1.3 1.2-2 2.4-2s2.3.8 2.3 2.1c0 2.2-4.7 """ +
            """3.5-4.7 6.3h4.8"/>""",
        ["warn"] = """<path d="M12 3 22.5 21h-21Z"/><path d="M12 10v5M12 18v.1"/>""",
        ["stop"] = """<path d="M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9Z"/><path d="m8.5 8.5 7 7M15.5 8.5l-7 7"/>""",
        ["info"] = """<rect x="2.5" y="2.5" width="19" height="19" rx="4"/><path d="M12 11v6M12 7.2v.1"/>""",
        ["wait"] = """<path d="M6 2.5h12M6 21.5h12M7 2.5c0 6 10 7 10 13v6M17 2.5c0 6-10 7-10 13v6"/>""",
        ["badge"] =
            """<rect x="4.5" y="6" width="15" height="16" rx="2"/><path d="M9.5 10h5M7 1.5l5 4.5 5-4.5M8 15h8M9.5 """ +
            """18.5h5"/>""",
        ["calendar"] = """<rect x="3" y="4.5" width="18" height="17" rx="2"/><path d="M3 10h18M8 2v5M16 2v5"/>""",
        ["clock"] = """<circle cx="12" cy="12" r="9.5"/><path d="M12 6.5V12l4 2.5"/>""",
        ["pin"] =
            """<path d="M12 22s7.5-7 7.5-12.2a7.5 7.5 0 0 0-15 0C4.5 15 12 22 12 22Z"/><circle cx="12" cy="9.8" """ +
            """r="2.6"/>""",
        ["person"] = """<circle cx="12" cy="7.5" r="4.5"/><path d="M3.5 21.5c1-5 4.5-7 8.5-7s7.5 2 8.5 7"/>""",
        ["people"] =
            """<circle cx="9" cy="8" r="4"/><path d="M1.5 20.5c.8-4.5 3.8-6.3 7.5-6.3s6.7 1.8 7.5 6.3M16 4.3a4 4 0 0 1 """ +
            """0 7.4M19 14.9c2 .9 3.1 2.7 3.5 5.6"/>""",
        ["door"] = """<path d="M5 21.5v-19h14v19M2.5 21.5h19M14.5 12v.1"/>""",
        ["stand"] = """<path d="M3 9.5 5 3h14l2 6.5a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0ZM4.5 13v8.5h15V13"/>""",
        ["note"] = """<path d="M14.5 2.5H5v19h14V7ZM14.5 2.5V7H19M8.5 12h7M8.5 16.5h7"/>""",
        ["mail"] = """<rect x="2.5" y="4.5" width="19" height="15" rx="2"/><path d="m3 6.5 9 7 9-7"/>""",
        ["shield"] = """<path d="M12 2.5 20 5.5V11c0 5.5-3.5 9-8 10.5C7.5 20 4 16.5 4 11V5.5Z"/>""",
        ["screen"] = """<rect x="2.5" y="3.5" width="19" height="13" rx="1.5"/><path d="M12 16.5v5M7.5 21.5h9"/>""",
        ["check"] = """<path d="M4.5 12.5 10 18 19.5 6.5"/>""",
        ["scan"] =
            """<path d="M3 8V4.5A1.5 1.5 0 0 1 4.5 3H8M16 3h3.5A1.5 1.5 0 0 1 21 4.5V8M21 16v3.5a1.5 1.5 0 0 1-1.5 """ +
            """1.5H16M8 21H4.5A1.5 1.5 0 0 1 3 19.5V16M7 12h10"/>""",
        ["search"] = """<circle cx="10.5" cy="10.5" r="7"/><path d="m16 16 5.5 5.5"/>""",
        ["filter"] = """<path d="M2.5 4.5h19l-7.5 9v6.5l-4-2v-4.5Z"/>""",
        ["star"] = """<path d="m12 2.5 2.9 6.2 6.6.9-4.8 4.6 1.2 6.8-5.9-3.3-5.9 3.3 1.2-6.8L2.5 9.6l6.6-.9Z"/>""",
        ["hand"] =
            """<path d="M7 12V5.5a1.7 1.7 0 0 1 3.4 0V11 3.7a1.7 1.7 0 0 1 3.4 0V11 5a1.7 1.7 0 0 1 3.4 0v9c0 4.5-2.4 """ +
            """7.5-6 7.5-3 0-4.5-1.5-6.3-4.5l-2-3.6c-1-1.8 1.3-3.2 2.6-1.6Z"/>""",
        ["print"] = """<path d="M7 8.5v-6h10v6M7 17.5H3v-9h18v9h-4M7 14h10v7.5H7Z"/>""",
        ["download"] = """<path d="M12 2.5v13M6.5 10.5l5.5 5.5 5.5-5.5M3.5 21.5h17"/>""",
        ["next"] = """<path d="M4 12h16M13.5 5.5 20 12l-6.5 6.5"/>""",
        ["back"] = """<path d="M20 12H4M10.5 5.5 4 12l6.5 6.5"/>""",
        ["up"] = """<path d="M12 20V4M5.5 10.5 12 4l6.5 6.5"/>""",
        ["down"] = """<path d="M12 4v16M5.5 13.5 12 20l6.5-6.5"/>""",
        ["plus"] = """<path d="M12 4v16M4 12h16"/>""",
        ["minus"] = """<path d="M4 12h16"/>""",
        ["undo"] = """<path d="M8 3.5 3 8.5l5 5M3 8.5h11a6 6 0 0 1 0 12H9"/>""",
        ["pencil"] = """<path d="m3 21 1-5L16.5 3.5l4 4L8 20ZM13.5 6.5l4 4"/>""",
        ["move"] = """<path d="M12 2.5v19M2.5 12h19M9 5.5l3-3 3 3M9 18.5l3 3 3-3M5.5 9l-3 3 3 3M18.5 9l3 3-3 3"/>""",
        ["offline"] =
            """<path d="M2 2l20 20M8.5 16.4a5 5 0 0 1 7 0M5 12.9a10 10 0 0 1 5-2.7M19 12.9a10 10 0 0 0-2.4-1.7M1.6 """ +
            """9.3A15 15 0 0 1 6.5 6M22.4 9.3A15 15 0 0 0 10.6 5M12 20v.1"/>""",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All names.</summary>
    public static IReadOnlyCollection<string> Names => s_drawings.Keys;

    internal static string Drawing(string name) => s_drawings.TryGetValue(name, out var drawing)
        ? drawing
        : throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such icon.");
}
