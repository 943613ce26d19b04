namespace Emulation.Seeding.Demo.Texts;

/// <summary>The techniques of the later tactics, from collection on.</summary>
static class LateTechniques
{
    public static Technique[] All { get; } =
    [
        new("T1560.001", "Archive Collected Data: Archive via Utility", Tactic.Collection,
        [
            "{^data} were packed into archives of [500|250] MB in {folder}",
            "An archiver that is not part of the standard installation split {gigabytes} GB of {data} into volumes",
        ]),
        new("T1114.002", "Email Collection: Remote Email Collection", Tactic.Collection,
        [
            "Mail of {few} people in {department} was read through the web interface for {days} days",
            "Mailboxes were searched for [contract|tender|invoice] numbers and {gigabytes} GB exported",
        ]),
        new("T1005", "Data from Local System", Tactic.Collection,
        [
            "Documents with [recent|certain] dates were copied from {system} to {folder}",
            "The actor listed shares for {data} and copied what was newer than two years",
        ]),
        new("T1071.001", "Application Layer Protocol: Web Protocols", Tactic.CommandAndControl,
        [
            "{^malware} beacons to {host} ({ip}) over HTTPS, port {port}, every {minutes} minutes",
            "HTTPS requests to {host} carry commands in [cookies|the body]; the certificate is self-signed and {days} days old",
        ]),
        new("T1071.004", "Application Layer Protocol: DNS", Tactic.CommandAndControl,
        [
            "Long subdomains of {host2} carry data out and TXT records carry commands back",
            "{^hosts} hosts asked for TXT records below {host2}, at a steady rate of one every {minutes} minutes",
        ]),
        new("T1573.002", "Encrypted Channel: Asymmetric Cryptography", Tactic.CommandAndControl,
        [
            "Traffic to {ip}:{port} is encrypted with a key that is exchanged under an RSA key in the binary",
            "The channel to {host} is TLS with a pinned key; inspection at the proxy breaks it and the sample then uses {ip}",
        ]),
        new("T1105", "Ingress Tool Transfer", Tactic.CommandAndControl,
        [
            "Further tools were fetched from {url2} with certutil.exe",
            "The server behind {url2} offered [a tunnel|a network scanner] and {malware} for 64-bit systems",
        ]),
        new("T1090.003", "Proxy: Multi-hop Proxy", Tactic.CommandAndControl,
        [
            "{^ip} only passes traffic on; the next hop changes every few days",
            "Sessions came through at least [two|three] relays, {ip2} the last of them",
        ]),
        new("T1219", "Remote Access Tools", Tactic.CommandAndControl,
        [
            "A remote support tool, not used in the company, was installed on {few} hosts and connected to {host2}",
            "The actor installed a second way in: a remote desktop tool with unattended access, registered to {host2}",
        ]),
        new("T1041", "Exfiltration Over C2 Channel", Tactic.Exfiltration,
        [
            "{^gigabytes} GB left over the same channel to {host} in {days} nights",
            "{^data} were sent to {host} in pieces of [1|2|4] MB",
        ]),
        new("T1567.002", "Exfiltration Over Web Service: Exfiltration to Cloud Storage", Tactic.Exfiltration,
        [
            "{^gigabytes} GB of {data} were copied to a storage service with a renamed synchronisation tool",
            "A configuration left in {folder} names a storage account; the proxy counted {gigabytes} GB to it",
        ]),
        new("T1048.003", "Exfiltration Over Alternative Protocol: Exfiltration Over Unencrypted Non-C2 Protocol", Tactic.Exfiltration,
        [
            "Archives went to {ip2} by FTP, {gigabytes} GB in all",
            "{^gigabytes} GB were uploaded to an FTP server at {ip2} between midnight and five",
        ]),
        new("T1486", "Data Encrypted for Impact", Tactic.Impact,
        [
            "{^hosts} hosts were encrypted, {system} among them; [backups of the night before were intact|the newest offline backup was {days} days old]",
            "Encryption began at [02:10|03:40|04:25] and reached {hosts} hosts before the network was cut",
        ]),
        new("T1490", "Inhibit System Recovery", Tactic.Impact,
        [
            "Shadow copies were deleted on all servers and the backup catalogue was erased",
            "Recovery was switched off with bcdedit.exe on {hosts} hosts",
        ]),
        new("T1496", "Resource Hijacking", Tactic.Impact,
        [
            "Processor load of {hosts} servers rose to 75 % outside office hours",
            "{^hosts} hosts mined for {days} days before a temperature alarm in the server room was followed up",
        ]),
        new("T1498.001", "Network Denial of Service: Direct Network Flood", Tactic.Impact,
        [
            "The public portal was unreachable for {minutes} minutes under a flood of UDP packets",
            "Requests from several thousand addresses kept the portal of {victim} busy for {few} hours",
        ]),
        new("T1485", "Data Destruction", Tactic.Impact,
        [
            "Files on {hosts} workstations were overwritten and the hosts no longer started",
            "{^system} was wiped; {days} days of data could not be restored",
        ]),
        new("T1657", "Financial Theft", Tactic.Impact,
        [
            "An invoice with changed bank details was sent from a real mailbox; [the bank stopped the payment|one payment was made and recalled]",
            "Payments of {few} suppliers were diverted before one of them asked about an unpaid invoice",
        ]),
    ];
}
