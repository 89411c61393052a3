using EventOps.EventStore;
using EventOps.Host.Operating;
using EventOps.Host.Starting;
using EventOps.Messaging;
using EventOps.Ui;

try
{
    var flags = args.Where(arg => arg is "serve" or "database" or "--demo").ToHashSet();
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = [.. args.Where(arg => !flags.Contains(arg))],
        ContentRootPath = AppContext.BaseDirectory, // not the folder that the operator happens to stand in
    });
    var settings = HostSettings.Read(builder.Configuration, demo: flags.Contains("--demo"));
    var data = new DataFolder(settings.Data);
    if (flags.Contains("database"))
    {
        await DatabaseVerb.Run(data);
        return 0;
    }

    await using var database = await HostDatabase.Open(settings, data);
    builder.AddOperations(settings, data, database);
    builder.Services.AddEventStore();
    builder.Services.AddMessaging();
    builder.Services.AddUi();

    // One line for each module: AddAccounts(), AddRegistration() ...
    var app = builder.Build();
    await app.PrepareDatabase();
    app.UseOperations();
    app.MapOperations();
    app.MapUi();

    // One line for each module: MapAccounts(), MapRegistration() ...
    await app.Serve();
    return 0;
}
catch (CannotStart sentence)
{
    Console.Error.WriteLine(sentence.Message);
    return 1;
}
