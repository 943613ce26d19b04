namespace Emulation.Seeding.Demo.Texts;

/// <summary>A sector of industry: which organizations it has, who works there, and what can be stolen or stopped.</summary>
/// <param name="Name">Its name in a list of sectors.</param>
/// <param name="Adjective">Its name before a noun: "energy companies".</param>
/// <param name="Targets">How texts name several organizations of it.</param>
/// <param name="Staff">People who receive lures.</param>
/// <param name="Systems">Systems that an intruder reaches.</param>
/// <param name="Data">Data that an intruder takes.</param>
/// <param name="Departments">Parts of such an organization.</param>
/// <param name="Roles">Jobs in such an organization.</param>
sealed record Sector(
    string Name, string Adjective, string[] Targets, string[] Staff, string[] Systems, string[] Data, string[] Departments, string[] Roles)
{
    public static Sector[] All { get; } =
    [
        new("Energy", "energy", ["grid operators", "regional utilities", "energy traders"],
            ["dispatchers", "procurement staff", "field engineers"], ["the outage management server", "an engineering workstation", "the historian"],
            ["grid plans", "maintenance contracts", "metering data"], ["Network Operations", "Asset Management", "Procurement"],
            ["Grid planner", "Control room supervisor", "Metering analyst", "Procurement officer"]),
        new("Healthcare", "healthcare", ["hospitals", "clinics and laboratories", "health insurers"],
            ["ward managers", "billing staff", "laboratory staff"], ["the imaging archive", "the laboratory information system", "the appointment server"],
            ["patient records", "billing data", "laboratory results"], ["Radiology", "Patient Administration", "Medical Records"],
            ["Ward manager", "Radiology administrator", "Billing clerk", "Chief pharmacist"]),
        new("Financial Services", "financial", ["savings banks", "payment processors", "asset managers"],
            ["payment operators", "treasury staff", "relationship managers"], ["the payment gateway", "the treasury workstation", "the document archive"],
            ["account statements", "payment files", "client contracts"], ["Treasury", "Payments", "Compliance"],
            ["Treasury analyst", "Payments operator", "Compliance officer", "Relationship manager"]),
        new("Manufacturing", "manufacturing", ["machine builders", "automotive suppliers", "makers of industrial controls"],
            ["purchasing staff", "design engineers", "plant managers"], ["the CAD file server", "the production planning server", "a line control terminal"],
            ["design drawings", "supplier contracts", "production plans"], ["Engineering", "Purchasing", "Quality"],
            ["Design engineer", "Buyer", "Plant manager", "Quality inspector"]),
        new("Transportation", "transport", ["freight forwarders", "port operators", "rail operators"],
            ["dispatch staff", "customs clerks", "booking staff"], ["the terminal operating system", "the booking server", "the customs gateway"],
            ["bills of lading", "customs declarations", "booking data"], ["Dispatch", "Customs", "Fleet"],
            ["Dispatcher", "Customs clerk", "Fleet manager", "Terminal planner"]),
        new("Government", "municipal", ["town councils", "county administrations", "municipal services"],
            ["registry staff", "councillors' assistants", "tax clerks"], ["the citizen portal", "the registry server", "the geographic information system"],
            ["tax records", "building permits", "registry extracts"], ["Registry", "Finance", "Building Permits"],
            ["Registrar", "Tax clerk", "Head of building permits", "Council secretary"]),
        new("Education", "education", ["universities", "research institutes", "school districts"],
            ["research staff", "student administration staff", "faculty secretaries"], ["the student portal", "a research cluster", "the library server"],
            ["unpublished research", "student records", "grant applications"], ["Student Services", "Research Office", "Library"],
            ["Research fellow", "Faculty secretary", "Admissions officer", "Cluster administrator"]),
        new("Telecommunications", "telecommunications", ["mobile operators", "internet providers", "tower companies"],
            ["network engineers", "retail shop staff", "roaming clearing staff"], ["the provisioning server", "a core router", "the call record archive"],
            ["call detail records", "subscriber data", "network diagrams"], ["Core Network", "Roaming", "Customer Care"],
            ["Core network engineer", "Roaming analyst", "Provisioning specialist", "Shop manager"]),
        new("Retail", "retail", ["grocery chains", "online shops", "fashion retailers"],
            ["store managers", "web shop staff", "accounts payable staff"], ["the loyalty database", "the web shop's payment page", "the warehouse system"],
            ["loyalty accounts", "payment card data", "supplier prices"], ["E-commerce", "Logistics", "Accounts Payable"],
            ["Store manager", "Category buyer", "Web shop administrator", "Warehouse lead"]),
        new("Legal Services", "legal", ["law firms", "notaries", "patent attorneys"],
            ["paralegals", "partners' assistants", "case managers"], ["the document management system", "the mail server", "the case archive"],
            ["case files", "merger documents", "client correspondence"], ["Mergers and Acquisitions", "Litigation", "Archive"],
            ["Paralegal", "Case manager", "Associate", "Records manager"]),
        new("Pharmaceuticals", "pharmaceutical", ["drug makers", "contract laboratories", "medical wholesalers"],
            ["clinical trial staff", "regulatory staff", "formulation chemists"], ["the trial database", "the electronic lab notebook", "a batch record server"],
            ["trial results", "formulations", "batch records"], ["Clinical Trials", "Regulatory Affairs", "Production"],
            ["Trial coordinator", "Regulatory specialist", "Formulation chemist", "Batch release manager"]),
        new("Water", "water", ["water utilities", "sewage operators", "regional water boards"],
            ["plant operators", "customer service staff", "maintenance planners"], ["a pump station terminal", "the SCADA jump host", "the billing server"],
            ["network plans", "customer accounts", "telemetry data"], ["Treatment", "Distribution", "Billing"],
            ["Plant operator", "Maintenance planner", "Laboratory technician", "Billing manager"]),
        new("Aerospace", "aerospace", ["avionics makers", "aircraft suppliers", "satellite operators"],
            ["programme managers", "test engineers", "supply chain staff"], ["the product data server", "a test bench workstation", "the export control archive"],
            ["design data", "test reports", "supplier agreements"], ["Avionics", "Flight Test", "Programmes"],
            ["Test engineer", "Programme manager", "Configuration manager", "Supply chain lead"]),
        new("Hospitality", "hospitality", ["hotel groups", "conference hotels", "travel agencies"],
            ["reception staff", "reservation staff", "event managers"], ["the reservation system", "a reception workstation", "the payment terminal server"],
            ["guest records", "reservation data", "card data of guests"], ["Front Office", "Reservations", "Events"],
            ["Front office manager", "Reservation agent", "Event manager", "Night auditor"]),
        new("Media", "media", ["news publishers", "broadcasters", "printing houses"],
            ["editors", "news desk staff", "picture editors"], ["the editorial system", "the picture archive", "the playout server"],
            ["drafts and source lists", "subscriber data", "unpublished interviews"], ["News Desk", "Archive", "Subscriptions"],
            ["Desk editor", "Archivist", "Subscription manager", "Layout editor"]),
        new("Insurance", "insurance", ["insurers", "claims handlers", "brokers"],
            ["claims handlers", "underwriters", "broker support staff"], ["the claims archive", "the policy server", "the broker portal"],
            ["claims files", "policy data", "medical assessments"], ["Claims", "Underwriting", "Broker Support"],
            ["Claims handler", "Underwriter", "Actuary", "Broker manager"]),
    ];

    /// <summary>The sector of a name.</summary>
    public static Sector ByName(string name) =>
        Array.Find(All, sector => string.Equals(sector.Name, name, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"No sector is called {name}.");
}
