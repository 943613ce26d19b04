namespace Emulation.Seeding.Demo;

/// <summary>An invented organization.</summary>
/// <param name="Name">For people.</param>
/// <param name="Site">Its host name, under a reserved top-level domain.</param>
/// <param name="Sector">One of <see cref="InventedNames.Sectors"/>.</param>
sealed record Company(string Name, string Site, string Sector);

/// <summary>
/// Every name that generated data may contain: actors, malware, tools, operations, organizations, people and places, all invented. A test
/// compares the names of actors, malware and tools with those that vendors track.
/// </summary>
static class InventedNames
{
    public static string[] AdversaryAdjectives { get; } =
    [
        "Pewter", "Ochre", "Umber", "Tallow", "Russet", "Flinty", "Bracken", "Cindery", "Hollow", "Vellum", "Thistle", "Woolen", "Mottled",
        "Gilded", "Dappled", "Barley", "Chalky", "Heather", "Lichen", "Nettle", "Oaken", "Saffron", "Teasel", "Willow",
    ];

    public static string[] AdversaryNouns { get; } =
    [
        "Heron", "Lantern", "Tinker", "Ferryman", "Plover", "Sexton", "Weaver", "Cooper", "Curlew", "Warbler", "Dunlin", "Turnstone",
        "Whimbrel", "Bittern", "Corncrake", "Dotterel", "Chandler", "Glazier", "Thatcher", "Fuller", "Wainwright", "Lapwing", "Wagtail", "Redshank",
    ];

    public static string[] IntrusionSetPlaces { get; } =
    [
        "Halversund", "Oskarby", "Trevanick", "Maltwyn", "Corravale", "Estermoor", "Pellinore", "Quarrendon", "Rathmoy", "Selbrook",
        "Tarnwick", "Uskerry", "Velmora", "Wexcombe", "Yarrowfen", "Zellmark", "Ambergate", "Brackwater", "Coldharrow", "Dunmere",
    ];

    public static string[] IntrusionSetKinds { get; } = ["Crew", "Ring", "Bureau", "Desk", "Circle", "Workshop"];

    public static string[] MalwareRoots { get; } =
    [
        "Korvan", "Tressel", "Mudlark", "Quillon", "Brindle", "Saltpan", "Veskar", "Wimble", "Ostler", "Pintle", "Rivven", "Skerry", "Tolvan",
        "Umbral", "Vandle", "Wherry", "Yaffle", "Zanter", "Bodkin", "Carrack", "Dibber", "Ewer", "Fettle", "Gimlet", "Hobnail", "Inglen",
        "Jorum", "Kelder", "Lorimer", "Mattock", "Noggin", "Orrery", "Pannier", "Quern", "Rowel", "Sconce", "Thimble", "Ullage", "Vetch", "Whorl",
    ];

    public static string[] MalwareKinds { get; } =
        ["Loader", "Stealer", "Locker", "Bot", "RAT", "Dropper", "Worm", "Shell", "Miner", "Wiper"];

    public static string[] ToolRoots { get; } =
        ["Apse", "Bascule", "Corbel", "Dado", "Eaves", "Finial", "Gantry", "Hasp", "Joist", "Lintel", "Mullion", "Newel", "Plinth", "Purlin", "Soffit", "Truss"];

    public static string[] ToolKinds { get; } = ["Scan", "Dump", "Tunnel", "Relay", "Sync", "Probe", "Crack", "Mount"];

    public static string[] OperationAdjectives { get; } =
    [
        "Quiet", "Borrowed", "Painted", "Narrow", "Unlit", "Wandering", "Patient", "Folded", "Second", "Crooked", "Distant", "Paper", "Hidden",
        "Slow", "Broken", "Inland",
    ];

    public static string[] OperationNouns { get; } =
    [
        "Causeway", "Orchard", "Ledger", "Harbour", "Staircase", "Almanac", "Footbridge", "Granary", "Towpath", "Signpost", "Millrace",
        "Sundial", "Aqueduct", "Boathouse", "Belfry", "Headland", "Paddock", "Quayside", "Weathervane", "Junction",
    ];

    public static string[] FraudTargets { get; } =
        ["Payroll", "Invoice", "Freight", "Booking", "Tender", "Licence", "Refund", "Parcel", "Pension", "Tuition", "Customs", "Voucher"];

    public static string[] FraudKinds { get; } =
        ["Phishing", "Payment Redirection", "Credential Resale", "Account Takeover", "Form Skimming", "Callback Scam", "Data Extortion", "Access Brokerage"];

    public static string[] Sectors { get; } =
    [
        "Energy", "Healthcare", "Financial Services", "Transportation", "Manufacturing", "Retail", "Education", "Telecommunications",
        "Government", "Aerospace", "Hospitality", "Legal Services", "Media", "Water", "Pharmaceuticals", "Insurance",
    ];

    // The word of an organization's name for each sector.
    private static readonly string[] s_sectorWords =
    [
        "Energy", "Clinics", "Bank", "Freight", "Machine Works", "Stores", "College", "Telecom",
        "Borough Council", "Avionics", "Hotels", "Chambers", "Press", "Water", "Therapeutics", "Mutual",
    ];

    private static readonly string[] s_companyRoots =
    [
        "Alderquist", "Brenholm", "Castrevane", "Dunsmark", "Elverby", "Fenwold", "Garrowby", "Hexborough", "Ilmarsh", "Jesmark",
        "Kestermere", "Lindovale", "Merrowick", "Northcairn", "Ottermouth", "Pemberholt", "Quellstone", "Ravensholt", "Stourbeck", "Thurnmoor",
    ];

    public static string[] Surnames { get; } =
    [
        "Aldervane", "Brenholt", "Corvane", "Dellwyn", "Eskerdale", "Fennimark", "Garrowen", "Halverin", "Ilvarsen", "Jorvale", "Kellowby",
        "Lindermoor", "Marrowby", "Norvane", "Ostermark", "Penwarrow", "Quarrowby", "Rennarson", "Skelvane", "Thornvale", "Umberlin", "Varrowen",
        "Wendlemoor", "Yarrowby", "Zellander", "Ashenvale", "Birkmoor", "Coldwyn", "Dravenholt", "Elmarsson", "Fallowby", "Grenholt", "Hartvane",
        "Ivermoor", "Kirkwyn", "Larkenby", "Mellowin", "Nettlewyn", "Oakvane", "Pellworth", "Rookvale", "Saltmoor", "Tarnholt", "Veskerin",
        "Westerlin", "Arrowmoor", "Bellvane", "Cragholt",
    ];

    public static string[] JobTitles { get; } =
    [
        "Accounts Payable Clerk", "Chief Financial Officer", "Clinical Data Manager", "Customs Broker", "Database Administrator", "Executive Assistant",
        "Facilities Manager", "Help Desk Technician", "HR Business Partner", "Incident Responder", "Legal Counsel", "Logistics Planner",
        "Network Engineer", "Payroll Specialist", "Plant Operator", "Procurement Officer", "Registrar", "Research Scientist", "SOC Analyst",
        "Systems Engineer",
    ];

    public static string[] Departments { get; } =
        ["Finance", "Human Resources", "Information Security", "IT Operations", "Legal", "Logistics", "Procurement", "Research", "Sales", "Customer Service"];

    /// <summary>Some are not ASCII.</summary>
    public static string[] Cities { get; } =
    [
        "Aldermouth", "Brenwick", "Castleferry", "Dunbarrow", "Elverport", "Fennhaven", "Grauhafen", "Hexmouth", "Österbruck", "Ilmburg", "Jesmouth",
        "Kesterby", "Lindhaven", "São Velmar", "Northferry", "Ottersund", "Pembry", "Łostów", "Ravensund", "Stourport Quay", "Thurnby", "Zürnau",
    ];

    /// <summary>Locations only: none is an actor's origin, and none is rated bad.</summary>
    public static string[] Countries { get; } =
    [
        "Argentina", "Australia", "Austria", "Belgium", "Brazil", "Canada", "Chile", "Denmark", "Finland", "France", "Germany", "Ireland", "Italy",
        "Japan", "Netherlands", "New Zealand", "Norway", "Poland", "Portugal", "Singapore", "Spain", "Sweden", "Switzerland", "United Kingdom",
    ];

    /// <summary>Registrars of domains, as ThreatWinds keeps them.</summary>
    public static string[] Registrars { get; } = ["brenwick domains", "namehaven", "domínios velmar", "ottersund registry"];

    /// <summary>First labels of hosts that imitate a service.</summary>
    public static string[] HostWords { get; } =
    [
        "account", "assets", "auth", "backup", "billing", "booking", "cdn", "cloud", "connect", "delivery", "docs", "download", "files", "gateway",
        "help", "identity", "invoice", "login", "mail", "meeting", "office", "parcel", "payment", "portal", "relay", "remote", "secure", "share",
        "signin", "sso", "status", "support", "sync", "telemetry", "tracking", "update", "verify", "vpn", "wallet", "webmail",
    ];

    /// <summary>Second labels of hosts: brands that do not exist.</summary>
    public static string[] HostBrands { get; } =
    [
        "acmora", "belvano", "cortevo", "delvio", "entrivo", "fintara", "globeno", "hostari", "inverto", "jetvano", "kolibra", "lumivano", "mercado-nova",
        "nordvia", "orbitex", "paylora", "quantero", "rapidano", "solvanta", "trustera", "unibora", "veritano", "westora", "xenvia", "yieldora", "zentrova",
        "alphano", "brightora", "cloudessa", "datavero", "evermoor", "freightia",
    ];

    /// <summary>Files that carry or are malware.</summary>
    public static string[] FileNames { get; } =
    [
        "invoice.pdf.exe", "payment_advice.xlsm", "setup.msi", "update.exe", "svc_helper.dll", "scan0042.iso", "delivery_note.lnk", "taxform.docm",
        "viewer.scr", "session.hta", "agent.bin", "report.zip", "winupd64.dll", "meeting_invite.js", "statement.one", "installer.pkg",
    ];

    /// <summary>All organizations, in an order in which neighbours differ in sector.</summary>
    public static Company[] Companies { get; } = [.. Enumerable.Range(0, s_companyRoots.Length * s_sectorWords.Length).Select(CompanyAt)];

    private static Company CompanyAt(int number)
    {
        var sector = number % s_sectorWords.Length;
        var root = s_companyRoots[((number / s_sectorWords.Length) + (sector * 7)) % s_companyRoots.Length];
        var site = $"{root}-{s_sectorWords[sector]}".Replace(' ', '-').ToLowerInvariant();
        return new Company($"{root} {s_sectorWords[sector]}", $"{site}.example", Sectors[sector]);
    }
}
