using System.Globalization;
using System.Text;

namespace Emulation.Seeding.Demo.Texts;

/// <summary>A phishing mail as ThreatConnect keeps it.</summary>
sealed record EmailText(string To, string From, string Subject, string Header, string Body);

/// <summary>Writes phishing mail of a story: headers as a mail server at the victim added them, and a body that fits the pretext.</summary>
static class EmailTexts
{
    private static readonly string[] s_agents = ["Mailer 6.4", "WebMail 11.2", "PHP/7.4 mail", "OutMail 16.0"];

    /// <param name="recipient">The local part of the recipient's address.</param>
    public static EmailText Write(StoryFacts story, string recipient, ref RandomStream random)
    {
        var lure = random.Pick(Lure.All);
        var to = $"{recipient}@{story.Victim.Domain}";
        var facts = story with { Mail = new MailFacts(100_000 + random.Below(900_000), to, NameOf(story.Indicators.Sender)) };
        var subject = story.Indicators.Subject is { } known && random.Chance(60) ? known : Template.Expand(lure.Subject, facts, ref random);
        var body = new StringBuilder(Template.Expand(lure.Body, facts, ref random));
        if (lure.Attachment.Length > 0)
            body.Append("\n\n[Attachment: ").Append(Template.Expand(lure.Attachment, facts, ref random)).Append(']');
        return new EmailText(to, story.Indicators.Sender, subject, Header(facts, to, subject, ref random), body.ToString());
    }

    /// <summary>How the owner of an address signs: <c>ada.corvane</c> as Ada Corvane, <c>hr</c> as Human Resources.</summary>
    public static string NameOf(string address)
    {
        var local = address[..address.IndexOf('@', StringComparison.Ordinal)];
        return local switch
        {
            "accounts" => "Accounts Team",
            "billing" => "Billing Team",
            "hr" => "Human Resources",
            "no-reply" => "Customer Service",
            "notifications" => "Notification Service",
            "security" => "Security Team",
            "shipping" => "Shipping Desk",
            _ => string.Join(' ', local.Split(['.', '-'], StringSplitOptions.RemoveEmptyEntries).Select(Words.Capital)),
        };
    }

    private static string Header(StoryFacts story, string to, string subject, ref RandomStream random)
    {
        var found = story.Indicators;
        var domain = found.Sender[(found.Sender.IndexOf('@', StringComparison.Ordinal) + 1)..];
        var sent = StoryFacts.Moment(story.Steps[0].At);
        var arrived = sent.AddSeconds(2 + random.Below(50));
        Span<byte> id = stackalloc byte[10];
        random.Fill(id);
        return string.Join('\n',
            $"Return-Path: <{found.Sender}>",
            $"Received: from {domain} ({domain} [{found.SecondAddress}])",
            $"\tby mx{1 + random.Below(3)}.{story.Victim.Domain} with ESMTPS id {Convert.ToHexStringLower(id[..5])}",
            $"\tfor <{to}>; {Date(arrived)}",
            $"Authentication-Results: mx.{story.Victim.Domain}; spf={(random.Chance(50) ? "pass" : "softfail")} smtp.mailfrom={found.Sender}; dkim=none",
            $"Date: {Date(sent)}",
            $"From: {NameOf(found.Sender)} <{found.Sender}>",
            $"To: <{to}>",
            $"Subject: {Encoded(subject)}",
            $"Message-ID: <{Convert.ToHexStringLower(id)}@{domain}>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            $"X-Mailer: {random.Pick(s_agents)}");
    }

    private static string Date(DateTimeOffset moment) => moment.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    /// <summary>A header value; what is not ASCII as an encoded word (RFC 2047).</summary>
    public static string Encoded(string text) =>
        Ascii.IsValid(text) ? text : $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";
}

/// <summary>What only texts of mail need.</summary>
/// <param name="Number">Of the invoice, parcel or tender that is the pretext.</param>
/// <param name="Mailbox">The recipient's address.</param>
/// <param name="SenderName">How the sender signs.</param>
sealed record MailFacts(int Number, string Mailbox, string SenderName);
