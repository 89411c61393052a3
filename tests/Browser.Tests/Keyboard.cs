using Microsoft.Playwright;

namespace EventOps.Browser.Tests;

/// <summary>Hands that only know the keyboard: the focus is moved by Tab, and must be seen where it goes.</summary>
internal static class Keyboard
{
    private const int MostTabs = 250;

    /// <summary>Presses Tab until something that matches has the focus, and looks whether one can see that it has.</summary>
    public static async Task TabTo(IPage page, string selector, bool fromTop = false)
    {
        if (fromTop) await page.ReloadAsync();
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) continue;
            Assert.True(
                await page.EvaluateAsync<bool>("""
                    () => [document.activeElement, document.activeElement.closest('label')].filter(Boolean).some(element => {
                      const style = getComputedStyle(element)
                      const drawn = element.querySelector('.plan-ground') // what stands on a plan gets a thick edge
                      return style.outlineStyle !== 'none' || style.boxShadow !== 'none'
                        || drawn && parseFloat(getComputedStyle(drawn).strokeWidth) > 0.2
                    })
                    """),
                $"The focus on {selector} cannot be seen.");
            return;
        }

        throw new TimeoutException($"{MostTabs} times Tab on {page.Url} did not lead to {selector}.");
    }

    /// <summary>Tabs to a field and types over what stands in it.</summary>
    public static async Task Type(IPage page, string field, string text)
    {
        await TabTo(page, $"[name='{field}']");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Tabs to a link or button and presses it; returns on the page that it leads to.</summary>
    public static async Task Press(IPage page, string selector, string leadsTo)
    {
        await TabTo(page, selector);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(leadsTo);
    }
}
