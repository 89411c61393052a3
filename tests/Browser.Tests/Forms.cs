using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EventOps.Browser.Tests;

/// <summary>Sends forms as a browser without scripts does: what a test does not look at needs no window.</summary>
internal static partial class Forms
{
    /// <summary>Sends a form of a page, with what stands in it and what is typed; gives the page that it leads to.</summary>
    public static async Task<string> Send(IPage window, string path, string action, params (string Field, string Value)[] typed)
    {
        var http = window.Context.APIRequest;
        var shown = await (await http.GetAsync(path)).TextAsync();
        var form = Form().Matches(shown).Select(found => found.Value)
            .FirstOrDefault(one => Of(one, "action") == action && Of(one, "method") == "post")
            ?? throw new InvalidOperationException($"{path} has no form for {action}: {shown}");
        var data = http.CreateFormData();
        foreach (var (field, value) in Standing(form).Where(field => typed.All(own => own.Field != field.Name)).Concat(typed))
            data.Append(field, value);
        // What is sent without a window says by itself which language it is in.
        var language = await window.EvaluateAsync<string>("navigator.language");
        var answer = await http.PostAsync(action, new() { Form = data, Headers = [new("Accept-Language", language)] });
        var page = await answer.TextAsync();
        Assert.True(answer.Ok, $"{action}: {answer.Status} {page}");
        return page;
    }

    /// <summary>Until it holds: what others do by message is done a moment later.</summary>
    public static async Task Until(Func<Task<bool>> holds, string what)
    {
        for (var tries = 0; tries < 400; tries++)
        {
            if (await holds()) return;
            await Task.Delay(50);
        }

        throw new TimeoutException(what);
    }

    private static IEnumerable<(string Name, string Value)> Standing(string form)
    {
        foreach (var input in Input().Matches(form).Select(found => found.Value))
        {
            if (Of(input, "name") is not { } name || Of(input, "type") is "file" or "radio") continue;
            if (Of(input, "type") != "checkbox" || Checked().IsMatch(input)) yield return (name, Of(input, "value") ?? "");
        }

        foreach (Match select in Select().Matches(form))
        {
            var options = Option().Matches(select.Value).Select(found => found.Value).ToList();
            if ((options.Find(one => Selected().IsMatch(one)) ?? options.FirstOrDefault()) is { } chosen)
                yield return (Of(select.Value, "name")!, Of(chosen, "value") ?? "");
        }
    }

    private static string? Of(string element, string attribute)
    {
        var tag = element[..element.IndexOf('>', StringComparison.Ordinal)];
        var found = Regex.Match(tag, $"\\s{attribute}=\"([^\"]*)\"");
        return found.Success ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex(@"\schecked[\s>/]")]
    private static partial Regex Checked();

    [GeneratedRegex("<select.*?</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option[^>]*>")]
    private static partial Regex Option();

    [GeneratedRegex(@"\sselected[\s>/]")]
    private static partial Regex Selected();
}
