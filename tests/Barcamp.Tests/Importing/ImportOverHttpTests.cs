using System.Net;
using System.Text;
using EventOps.Registration.Tests;

namespace EventOps.Barcamp.Tests.Importing;

public sealed class ImportOverHttpTests(BarcampHost host) : IClassFixture<BarcampHost>
{
    [Fact]
    public async Task A_schedule_comes_onto_the_board_whole_and_only_once()
    {
        var camp = await host.Plan();
        using var moderator = host.Organiser();
        var preview = await Upload(moderator, camp, Schedule(("Alt und neu", "09:00"), ("Wer schreibt mit", "14:00")));
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("Aula", preview.Text, StringComparison.Ordinal);
        Assert.Empty((await camp.Now()).Sessions);
        var seats = preview.Html.QuerySelector("input[name^=seats-]")!.GetAttribute("name")!;
        var asked = await moderator.Send(preview, $"{camp.Url}/barcamp/files/import");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("Wie viele Plätze hat „Aula“?", asked.Text, StringComparison.Ordinal);
        Assert.Empty((await camp.Now()).Sessions);
        for (var click = 0; click < 2; click++)
            Assert.Equal(
                HttpStatusCode.OK, (await moderator.Send(asked, $"{camp.Url}/barcamp/files/import", (seats, "240"))).Status);
        var board = await camp.Now();
        Assert.Equal(["Aula", "Saal", "Werkstatt"], board.Rooms.Select(room => room.Name).Order());
        Assert.Equal(240, board.Rooms.Single(room => room.Name == "Aula").Capacity);
        Assert.Equal(2, board.Placed.Count());
        await Task.Delay(400);
        var own = await Upload(moderator, camp, await moderator.Http.GetStringAsync($"{camp.Url}/schedule.xml"));
        Assert.Equal(["0", "0", "0"], own.All(".figure"));
        var page = await moderator.Open($"{camp.Url}/board/sessions/{board.Placed.First().Id}");
        Assert.Contains("Grete Ohneticket", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_session_that_does_not_fit_keeps_all_of_the_file_out()
    {
        var camp = await host.Plan();
        using var moderator = host.Organiser();
        // Half of it lies across a time of the board.
        var answer = await Upload(moderator, camp, Schedule(("Passt gut", "08:00"), ("Liegt quer", "10:20")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("nichts übernommen", answer.Text, StringComparison.Ordinal);
        var forced = await moderator.Send(answer, $"{camp.Url}/barcamp/files/import");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.Status);
        var board = await camp.Now();
        Assert.Empty(board.Sessions);
        Assert.Equal(2, board.Rooms.Count);
        Assert.Equal(0, await host.Database.Read<long>($"select count(*) from barcamp.texts where event_id = '{camp.Id}'"));
    }

    [Fact]
    public async Task Faults_are_told_with_their_lines()
    {
        var camp = await host.Plan();
        using var moderator = host.Organiser();
        var answer = await Upload(
            moderator, camp, "<schedule>\n<day date='2026-11-23'>\n<room name='Aula'>\n<event/>\n</room></day></schedule>");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Zeile 4: „title“ fehlt.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Das ist kein XML", (await Upload(moderator, camp, "kein xml")).Text, StringComparison.Ordinal);
    }

    private static string Schedule(params (string Title, string Start)[] sessions)
    {
        var events = string.Concat(sessions.Select(session => $"""
            <event guid="{Guid.NewGuid()}"><date>2026-11-23T{session.Start}:00+01:00</date><start>{session.Start}</start>
            <duration>00:45</duration><title>{session.Title}</title><persons><person>Grete Ohneticket</person></persons></event>
            """));
        return $"""<schedule><day date="2026-11-23" index="1"><room name="Aula">{events}</room></day></schedule>""";
    }

    private static async Task<Page> Upload(Browser browser, PlannedBarcamp camp, string file)
    {
        var form = await browser.Open($"{camp.Url}/barcamp/files");
        var token = form.Html.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent(token), "__RequestVerificationToken");
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "schedule.xml");
        var answer = await browser.Http.PostAsync($"{camp.Url}/barcamp/files/preview", content);
        var text = await answer.Content.ReadAsStringAsync();
        return new(
            answer.RequestMessage!.RequestUri!.ToString(), answer, text,
            new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text));
    }
}
