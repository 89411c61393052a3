using EventOps.Accounts;
using EventOps.Accounts.Founding;
using EventOps.Barcamp;
using EventOps.Billing;
using EventOps.EventStore;
using EventOps.Host.Demo;
using EventOps.Host.Describing;
using EventOps.Host.Legal;
using EventOps.Host.Mailing;
using EventOps.Host.Operating;
using EventOps.Host.Starting;
using EventOps.Marketplace;
using EventOps.Messaging;
using EventOps.Registration;
using EventOps.Surveys;
using EventOps.Surveys.Ballots;
using EventOps.Ui;

using var stop = new StopSignal();
try
{
    var flags = args.Where(arg => arg is "serve" or "database" or "--throw-away" or "--demo").ToHashSet();
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = [.. args.Where(arg => !flags.Contains(arg))],
        ContentRootPath = AppContext.BaseDirectory, // not the folder that the operator happens to stand in
    });
    var settings = HostSettings.Read(builder.Configuration, demo: flags.Contains("--demo"));
    if (flags.Contains("database"))
    {
        await DatabaseVerb.Run(settings, throwAway: flags.Contains("--throw-away"), stop);
        return 0;
    }

    var data = new DataFolder(settings.Data);
    await using var database = await HostDatabase.Open(settings, data);
    builder.AddOperations(settings, data, database);
    builder.AddMailing(settings);
    builder.Services.AddEventStore().AddProjectionDaemon().AddMessaging().AddUi();
    builder.Services.AddAccounts();
    builder.Services.AddRegistration();
    builder.Services.AddBarcamp();
    builder.Services.AddSurveys(() => UrnKey.OfFile(settings.UrnKey));
    builder.Services.AddMarketplace();
    builder.Services.AddBilling();
    builder.Services.AddOpenApi("v1", ApiDescription.Describe);

    var app = builder.Build();
    await app.PrepareDatabase();
    app.UseOperations();
    app.MapOperations();
    app.MapMailing();
    app.MapDeadLetters();
    app.MapUi();
    app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
    app.MapLegalPages(settings.Data);
    app.MapAccounts();
    app.MapRegistration();
    app.MapBarcamp();
    app.MapSurveys();
    app.MapMarketplace();
    app.MapBilling();
    if (settings.Demo) await DemoSeed.Run(app.Services, settings);
    Console.Error.WriteLine($"Organisers start here: {await FirstOrganiserLink.Create(app.Services)}");
    await app.Serve(stop);
    return 0;
}
catch (CannotStart sentence)
{
    Console.Error.WriteLine(sentence.Message);
    return 1;
}
