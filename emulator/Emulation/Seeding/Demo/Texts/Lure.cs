namespace Emulation.Seeding.Demo.Texts;

/// <summary>A pretext of phishing mail, in the language in which it is written.</summary>
/// <param name="Subject">Template; <c>{number}</c> is a document's number.</param>
/// <param name="Body">Template of the text.</param>
/// <param name="Attachment">Name of the attached file, a template; empty when the mail has a link.</param>
sealed record Lure(string Subject, string Body, string Attachment)
{
    /// <summary>What companies order from each other.</summary>
    public static string[] Goods { get; } =
    [
        "office chairs", "pump seals", "label printers", "safety gloves", "network cabinets", "pallets", "laboratory glass", "toner", "ball bearings",
        "conference displays", "filter cartridges", "cable ties", "work lamps", "packing tape",
    ];

    public static Lure[] All { get; } =
    [
        new("[Invoice {number}|Overdue: invoice {number}|Reminder: invoice {number}]",
            "[Dear Sir or Madam|Good morning],\n\nour books show invoice {number} as unpaid since [last week|the 14th]. [A copy is attached|Please find a copy attached]; the bank details on it have changed, so please use those from now on.\n\n[Kind regards|Best regards],\n{senderName}\nAccounts Receivable",
            "Invoice_{number}.xlsm"),
        new("[Your parcel {number}|Delivery {number} could not be completed|Customs fee for parcel {number}]",
            "Hello,\n\nwe tried to deliver parcel {number} today. Please confirm the address within 48 hours, or it goes back to the sender:\n\n{url}\n\nCustomer Service",
            ""),
        new("[{senderName} shared a file with you|Shared: {dataFile}|Document for {department}]",
            "{senderName} has shared {dataFile} with you.\n\nOpen: {url}\n\nThis link works for members of {victim} only and expires in 24 hours.",
            ""),
        new("[Your password expires today|Action required: password of {mailbox}|Mailbox {mailbox} is almost full]",
            "Dear user,\n\nthe password of {mailbox} expires today. Keep your present password with the tool below; mail that arrives after midnight is held back until you do.\n\n{url}\n\nIT Service Desk, {victim}",
            ""),
        new("[Request for quotation {number}|Tender {number}: questions until Friday|RFQ {number}]",
            "Dear {department} team,\n\nplease quote for the items on the attached list, [delivery in the second quarter|delivery to {city}]. The archive is protected; the password is {number}.\n\nYours sincerely,\n{senderName}",
            "RFQ_{number}.zip"),
        new("[Application as {role}|Application: {role}]",
            "Dear hiring team,\n\nI would like to apply for the position of {role} at {victim}. My documents are attached, [references on request|with two references].\n\nKind regards,\n{senderName}",
            "{senderFile}_CV.iso"),
        new("[New voicemail, 0:{seconds}|Missed call from extension 2{extension}]",
            "You have a new message of {seconds} seconds from extension 2{extension}.\n\nListen: {url}\n\nSent by the telephone system of {victim}",
            ""),
        new("[Payroll change {writtenMonth}|Salary statement {writtenMonth}|Bonus list {writtenMonth}]",
            "Dear colleagues,\n\nthe statements for {writtenMonth} are attached. [Please check your bank details on page two|Objections by Friday]. The file asks for permission to show its contents: choose Enable.\n\nHuman Resources",
            "Statement_{number}.docm"),
        new("[Minutes of Tuesday's meeting|Follow-up: meeting with {victim}|Agenda, version {few}]",
            "Hello,\n\nas discussed, the minutes with the action list are here: {url}\n\n[Two items are yours|Please add what is missing].\n\n{senderName}",
            ""),
        new("[Rechnung {number}|Mahnung zu Rechnung {number}|Überfällige Rechnung {number}]",
            "Sehr geehrte Damen und Herren,\n\nunsere Rechnung {number} ist noch offen. Eine Kopie finden Sie im Anhang. Bitte beachten Sie unsere neue Bankverbindung.\n\nMit freundlichen Grüßen\n{senderName}",
            "Rechnung_{number}.zip"),
        new("[Factura {number} pendiente|Factura {number}: último aviso]",
            "Estimado cliente:\n\nla factura {number} sigue pendiente de pago. Puede descargarla aquí durante 48 horas:\n\n{url}\n\nUn saludo,\n{senderName}",
            ""),
        new("[Facture {number} impayée|Votre commande n° {number}]",
            "Bonjour,\n\nvous trouverez ci-joint la facture {number}. Merci de vérifier les nouvelles coordonnées bancaires.\n\nCordialement,\n{senderName}",
            "Facture_{number}.zip"),
        new("[Consulta sobre o pedido {number}|Pedido {number}: confirmação]",
            "Prezados,\n\nsegue o link com os dados do pedido {number}: {url}\n\nAguardamos a confirmação até sexta-feira.\n\nAtenciosamente,\n{senderName}",
            ""),
    ];
}
