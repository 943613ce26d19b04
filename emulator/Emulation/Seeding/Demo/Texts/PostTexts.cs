namespace Emulation.Seeding.Demo.Texts;

/// <summary>How a user of DeSo writes.</summary>
enum Voice
{
    Analyst,
    Vendor,
    Sceptic,
    Bot,
    Reader,
}

/// <summary>Posts of DeSo's users about a story: posts that begin a thread, answers and quotes, by voice.</summary>
static class PostTexts
{
    private static readonly string[] s_analystPosts =
    [
        "{^actor} is back: {host} resolves to {ip}. Same certificate subject as in {beginMonth}.",
        "New infrastructure of {actor}, not blocked widely yet: {host2}",
        "{^malware} again, this time at one of the {targets} in {country}. Entry was {entry}. Details in the group for those who need them.",
        "Anyone else with hits on {url} ? Looking for the archive behind it, ours was gone after {minutes} minutes.",
        "Thread on {malware}, because the question came up [twice|three times] this week. It {behaviour}.",
        "Timeline of the latest {actor} case: from {entry} to {last} in {days} days. They are getting faster.",
        "Sample {shortHash}… is {malware}, no doubt. Control at {host}, port {port}.",
        "If you see {account} sign in from {ip2}: that is not your administrator.",
        "Reminder that {host} has moved to {ip2}. Old rules on {ip} no longer help.",
        "Hunting tip for {malware}: look for files in {folder} that are younger than the last patch day. #dfir",
        "Spent the day on {malware}'s configuration. Campaign number, {few} hosts, one of them {host3} — never seen in use.",
    ];

    private static readonly string[] s_vendorPosts =
    [
        "New on our blog: how {actor} uses {malware} against {targets}, with {steps} steps and all indicators.",
        "Our customers have been protected against {malware} since {beginMonth}. Read what we learned about {actor}.",
        "{^campaign}: webinar on [Tuesday|Thursday], 15:00 UTC. Our team walks through the intrusion from {entry} to {last}.",
        "Detection for {malware} is out, rule set of {written}. [Thanks to the community for the samples|No action needed].",
        "Quarterly report: {actor} accounts for {few} of the ten largest cases in the {sector} sector.",
    ];

    private static readonly string[] s_scepticPosts =
    [
        "Third report on {actor} this month, and still nobody has shown why {ip} is not simply shared hosting.",
        "Everything is {actor} these days. {^malware} is for sale; draw your own conclusions.",
        "\"High confidence\" because of one certificate on {host}? Come on.",
        "Unpopular opinion: {alias} and {actor} are the same {few} people with two vendors.",
        "Nice graphics in the {malware} write-up. Where are the hashes?",
    ];

    private static readonly string[] s_botPosts =
    [
        "feed: {host} {ip} {malware} confidence=[70|80|85|90] first_seen={isoWritten}",
        "feed: {hash} {malware} type=file first_seen={isoWritten}",
        "feed: {url} {malware} status=[online|offline]",
        "dns: {host2} A {ip} -> {ip2} {isoWritten}",
        "cert: new certificate for {host} ({ip}) #ct #{tag}",
    ];

    private static readonly string[] s_readerPosts =
    [
        "Our IT told us about {actor} this morning. Is there a short read on it for people who are not in security?",
        "Got a mail from {sender} at work, looked real. Reported it. Turns out it was the {malware} thing.",
        "Writing about {actor} for [school|a trade paper|my thesis]. Who would answer {few} questions, on or off the record?",
        "Patched on the weekend because of {actor}. Sleep is overrated. ☕",
        "Which of you keeps a good list on {malware}? Mine is from {beginMonth}.",
    ];

    private static readonly string[] s_analystAnswers =
    [
        "Same here, {few} hosts, all in {department}.",
        "Confirmed. {^ip2} as well, since {written}.",
        "We see {host3} next to it. Worth a look.",
        "Not {actor}, if you ask me: the packer is different.",
        "Do you have the headers? Ours came from {sender}.",
        "Added to the group, with a Sigma rule.",
        "Sandbox says {minutes} minutes until first contact. Be patient with it.",
        "That address was clean in {beginMonth}, so the overlap is short.",
        "Sent you a message.",
        "Nothing in {country} so far, but the rule is in place.",
        "Is {host} down for you as well, or has it moved?",
        "The certificate is from the same day as {host2}'s.",
        "Passive DNS has {ip2} for it since {begin}.",
        "Which build? We have two that differ in the mutex.",
    ];

    private static readonly string[] s_vendorAnswers =
    [
        "Our analysis agrees. Indicators are in the public repository.",
        "Thanks for sharing! We credited you in the update.",
        "Customers are covered; the rule is two weeks old.",
        "We track the same activity as {alias}.",
    ];

    private static readonly string[] s_scepticAnswers =
    [
        "Source?",
        "One host and a feeling.",
        "That is a parking page. Look at {ip}'s other {accounts} names.",
        "Same subject in the certificate is not the same operator.",
        "So {actor} or a customer of the same shop?",
        "Would not block {ip} on that.",
    ];

    private static readonly string[] s_botAnswers =
    [
        "whois: {host} registered {isoBegin}",
        "scan: {ip} port {port} open, seen {isoWritten}",
        "lookup: {shortHash}… detections=[18|31|42|55]",
    ];

    private static readonly string[] s_readerAnswers =
    [
        "👍",
        "Thank you for this.",
        "Is a small company in {country} a target, or only {targets}?",
        "What should one do with the mail, delete or keep?",
        "🙏 shared with our admins",
        "Could you explain the part about {entry}?",
        "Following.",
    ];

    private static readonly string[] s_quotes =
    [
        "Worth your time, especially the part on {malware}.",
        "For those who look after {targets}:",
        "This fits what we saw at {ip2} in {writtenMonth}.",
        "Read this, then check your logs for {host}.",
        "I disagree on {actor}, but the indicators are good.",
        "Good summary. {^few} things to add, in the answers.",
        "The part on {entry} is what most of us get wrong.",
        "{^targets}, this one is for you.",
        "Saving this for the next exercise.",
    ];

    // Posts and answers in other languages than English.
    private static readonly (string Language, string[] Posts, string[] Answers)[] s_languages =
    [
        ("de",
        [
            "⚠️ {^actor} zielt jetzt auf Unternehmen in {city}: {ip2}", "Neue Infrastruktur von {actor}: {host2}, bitte prüfen.",
            "{^malware} wieder aktiv, Kontrollserver {host}. Weiß jemand mehr?",
        ],
        [
            "Danke für den Hinweis, bei uns war es {host2}.", "Bestätigt, {few} Systeme seit dem {isoWritten}.", "Hat jemand die Kopfzeilen dazu?",
            "Bei uns nichts, Filter steht.",
        ]),
        ("fr",
        [
            "Nouveaux leurres de {actor}, expéditeur {sender}. Prudence avec les pièces jointes.", "{^malware} : serveur de contrôle {host} ({ip}).", "Quelqu'un a-t-il vu {host3} ? Chez nous, {few} postes.",
        ],
        [
            "Merci ! Vu aussi chez nous, même lien.", "Rien ici, mais la règle est en place.", "Quelle version ? Nous en avons deux.", "Même certificat ici, {few} postes.", "Bloqué depuis le {isoWritten}, rien à signaler.",
        ]),
        ("es",
        [
            "Nuevo señuelo de {actor}, remitente {sender} #phishing", "{^malware} otra vez: {host} responde desde {ip}.", "¿Alguien más con conexiones a {host3}? Aquí {few} equipos.",
        ],
        [
            "Confirmado en {few} equipos.", "Gracias, bloqueado.", "Aquí no, de momento.", "El mismo certificado que en {host2}.", "¿Tienes la muestra? La nuestra es {shortHash}…",
        ]),
        ("ja",
        [
            "{^actor} の新しい配信サーバー: {host2}", "{^malware} を確認。通信先は {host} です。", "{host3} への通信を {few} 台で確認しました。情報はありますか？",
        ],
        [
            "ありがとう、確認します。", "当社でも {few} 台で確認しました。", "検体のハッシュは {shortHash}… ですか？",
        ]),
    ];

    private static readonly string[] s_authorAnswers =
    [
        "Thanks, added to the list.", "Good point, checking.", "Yes, same build here.", "Headers follow by message.", "Corrected above: the second address is {ip2}.",
        "No idea yet, the image arrives tomorrow.", "That would fit. Which port?", "Seen it, different campaign number.", "Will publish the rule once it is quiet.",
    ];

    /// <summary>A post that begins a thread; neighbouring turns give different ones.</summary>
    public static string Post(Voice voice, string language, int turn, StoryFacts story, ref RandomStream random)
    {
        var posts = PostsOf(voice);
        foreach (var (known, others, _) in s_languages)
            if (known == language) posts = others;
        return Template.Expand(posts[turn % posts.Length], story, ref random);
    }

    /// <param name="voice">How the user writes.</param>
    /// <param name="language">The language to write in.</param>
    /// <param name="isAuthor">Whether the thread is the user's own.</param>
    /// <param name="turn">Which answer of its thread it is: neighbours differ.</param>
    /// <param name="story">The facts.</param>
    /// <param name="random">The answer's own chance.</param>
    public static string Answer(Voice voice, string language, bool isAuthor, int turn, StoryFacts story, ref RandomStream random)
    {
        var answers = isAuthor ? s_authorAnswers : AnswersOf(voice);
        foreach (var (known, _, others) in s_languages)
            if (known == language && !isAuthor) answers = others;
        return Template.Expand(answers[turn % answers.Length], story, ref random);
    }

    public static string Quote(int turn, StoryFacts story, ref RandomStream random) =>
        Template.Expand(s_quotes[turn % s_quotes.Length], story, ref random);

    private static string[] PostsOf(Voice voice) => voice switch
    {
        Voice.Analyst => s_analystPosts,
        Voice.Vendor => s_vendorPosts,
        Voice.Sceptic => s_scepticPosts,
        Voice.Bot => s_botPosts,
        Voice.Reader => s_readerPosts,
        _ => throw new InvalidOperationException($"{voice} has no posts."),
    };

    private static string[] AnswersOf(Voice voice) => voice switch
    {
        Voice.Analyst => s_analystAnswers,
        Voice.Vendor => s_vendorAnswers,
        Voice.Sceptic => s_scepticAnswers,
        Voice.Bot => s_botAnswers,
        Voice.Reader => s_readerAnswers,
        _ => throw new InvalidOperationException($"{voice} has no answers."),
    };
}
