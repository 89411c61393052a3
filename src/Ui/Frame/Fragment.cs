using Microsoft.AspNetCore.Http;

namespace EventOps.Ui;

/// <summary>A page asked for by live.js for the sake of one element; the layout then leaves its frame away.</summary>
public static class Fragment
{
    /// <summary>The id of the element that is wanted, or null for a whole page.</summary>
    public static string? FragmentId(this HttpRequest request) =>
        request.Headers["X-Fragment"] is [{ Length: > 0 } id] ? id : null;

    /// <summary>Whether only an element is wanted.</summary>
    public static bool IsFragment(this HttpRequest request) => request.FragmentId() is not null;
}
