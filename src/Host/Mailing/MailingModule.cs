using EventOps.Host.Starting;
using EventOps.Messaging;

namespace EventOps.Host.Mailing;

/// <summary>The mail edge: a mail server when one is configured, else files in the data folder.</summary>
public static class MailingModule
{
    /// <summary>Puts the edge into the host.</summary>
    public static void AddMailing(this WebApplicationBuilder builder, HostSettings settings)
    {
        var mail = MailSettings.Read(builder.Configuration, settings.Url);
        builder.Services.AddSingleton(mail);
        if (mail.Host is null)
        {
            builder.Services.AddSingleton<MailFolder>();
            builder.Services.AddSingleton<IMailEdge>(provider => provider.GetRequiredService<MailFolder>());
        }
        else
        {
            builder.Services.AddSingleton<IMailEdge, SmtpMail>();
        }
    }

    /// <summary>Shows the files in a demo.</summary>
    public static void MapMailing(this WebApplication app)
    {
        if (app.Services.GetRequiredService<HostSettings>().Demo
            && app.Services.GetService<MailFolder>() is not null) MailPages.Map(app);
    }
}
