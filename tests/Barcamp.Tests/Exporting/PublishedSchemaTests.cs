using System.Text.Json.Nodes;
using System.Xml;
using EventOps.Barcamp.Exporting;
using Json.Schema;

namespace EventOps.Barcamp.Tests.Exporting;

/// <summary>
/// Our files against the schemas that c3voc publishes (github.com/voc/schedule, validator/xsd and validator/json). They are not
/// ours and not in this repository: EVENTOPS_SCHEDULE_SCHEMAS names a folder with schedule.xml.xsd and schema.json.
/// </summary>
public class PublishedSchemaTests
{
    [FactWithSchemas]
    public void The_xml_is_valid()
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(null, FactWithSchemas.File("schedule.xml.xsd"));
        settings.ValidationEventHandler += (_, fault) => faults.Add($"{fault.Exception.LineNumber}: {fault.Message}");
        using var text = new StringReader(ScheduleXml.Write(TwoDays.Plan, TwoDays.BaseUrl));
        using var reader = XmlReader.Create(text, settings);
        while (reader.Read()) { }
        Assert.Empty(faults);
    }

    [FactWithSchemas]
    public void The_json_is_valid()
    {
        var schema = JsonSchema.FromFile(FactWithSchemas.File("schema.json"));
        var answer = schema.Evaluate(
            JsonNode.Parse(ScheduleJson.Write(TwoDays.Plan, TwoDays.BaseUrl)),
            new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        // Details name the branches of a choice that do not fit, too: they are only worth reading where none does.
        Assert.True(answer.IsValid, string.Join('\n', answer.Details.SelectMany(part => (part.Errors ?? new Dictionary<string, string>())
            .Select(error => $"{part.InstanceLocation}: {error.Value}"))));
    }
}

/// <summary>Is left out where the published schemas are not at hand.</summary>
public sealed class FactWithSchemas : FactAttribute
{
    private static readonly string? s_folder = Environment.GetEnvironmentVariable("EVENTOPS_SCHEDULE_SCHEMAS");

    public FactWithSchemas() => Skip = s_folder is null ? "EVENTOPS_SCHEDULE_SCHEMAS is not set" : null;

    public static string File(string name) => Path.Combine(s_folder!, name);
}
