namespace Emulation.Seeding.Demo.Texts;

/// <summary>
/// The techniques of ATT&amp;CK that stories use (attack.mitre.org, enterprise matrix), with what a write-up says of each.
/// </summary>
static class Techniques
{
    public static Technique[] All { get; } =
    [
        new("T1566.001", "Phishing: Spearphishing Attachment", Tactic.InitialAccess,
        [
            "{^staff} received mail from {sender} with [a macro document|a password-protected archive|an HTML attachment]; [{few} people opened it|one recipient opened it within {minutes} minutes]",
            "A message from {sender} carried [an archive with a shortcut file|a spreadsheet with macros] and was delivered to {accounts} mailboxes before the filter blocked the sender",
        ]),
        new("T1566.002", "Phishing: Spearphishing Link", Tactic.InitialAccess,
        [
            "{^staff} were sent a link to {url}, which offered [an archive|a disk image] for download; {few} followed it",
            "Mail from {sender} pointed to {url}, a copy of a file exchange that {victim} uses; {few} people downloaded the [archive|script] from there",
        ]),
        new("T1189", "Drive-by Compromise", Tactic.InitialAccess,
        [
            "A site that {staff} visit was changed to load a script from {host}; visitors from {domain} were offered a false browser update",
            "A trade association's site loaded a script from {host2} that passed chosen visitors on to {url}",
        ]),
        new("T1190", "Exploit Public-Facing Application", Tactic.InitialAccess,
        [
            "{^ip2} sent crafted requests to the [web portal|file transfer server|VPN gateway] of {victim}, which had [missed one update|not been patched for {days} weeks]",
            "An unpatched [ticketing portal|file transfer server] ran commands sent from {ip2}; the first request that succeeded was preceded by {days} days of probing",
        ]),
        new("T1078", "Valid Accounts", Tactic.InitialAccess,
        [
            "The account {account} signed in to the VPN from {ip2}; its password had been [sold|listed] weeks before and no second factor was required",
            "Someone with the right password for {account} signed in from {ip2} outside office hours, {few} times within {minutes} minutes",
        ]),
        new("T1195.002", "Supply Chain Compromise: Compromise Software Supply Chain", Tactic.InitialAccess,
        [
            "A signed update of a product that many {targets} use contained {malware}; {victim} installed it on {hosts} hosts",
            "The updater of a supplier's client was made to fetch its package from {host}",
        ]),
        new("T1199", "Trusted Relationship", Tactic.InitialAccess,
        [
            "The actor came in over the maintenance access of a service provider, [using an account without a second factor|from a jump host that several customers share]",
            "A contractor's remote support tool was used to open a session on {system}",
        ]),
        new("T1204.002", "User Execution: Malicious File", Tactic.Execution,
        [
            "The file was opened and started {malware} (hash {shortHash}…)",
            "Opening the shortcut in the archive ran {malware} from {folder}",
        ]),
        new("T1059.001", "Command and Scripting Interpreter: PowerShell", Tactic.Execution,
        [
            "An encoded PowerShell command fetched {url2} and ran it in memory",
            "PowerShell was started with a hidden window and downloaded the next stage from {host}",
        ]),
        new("T1059.003", "Command and Scripting Interpreter: Windows Command Shell", Tactic.Execution,
        [
            "The parent process started cmd.exe, which listed [shares|domain administrators] and wrote the result to {folder}",
            "A batch file in {folder} started {malware} and removed its own traces",
        ]),
        new("T1059.007", "Command and Scripting Interpreter: JavaScript", Tactic.Execution,
        [
            "wscript.exe ran a script from the downloads folder, which fetched {url2}",
            "A script named like an invoice was started by double-click and wrote {malware} to {folder}",
        ]),
        new("T1047", "Windows Management Instrumentation", Tactic.Execution,
        [
            "wmiprvse.exe started {malware} on {few} further hosts",
            "{^malware} was started through WMI from an administrator's workstation",
        ]),
        new("T1053.005", "Scheduled Task/Job: Scheduled Task", Tactic.Persistence,
        [
            "A scheduled task named {task} starts the file every {minutes} minutes",
            "A task, {task}, was registered to run at sign-in under the account {account}",
        ]),
        new("T1547.001", "Boot or Logon Autostart Execution: Registry Run Keys / Startup Folder", Tactic.Persistence,
        [
            "A value in the user's Run key starts a copy in {folder}",
            "{^malware} added itself to the Run key of [the current user|every profile that it found]",
        ]),
        new("T1543.003", "Create or Modify System Process: Windows Service", Tactic.Persistence,
        [
            "A service named {service} was installed, with a path in {folder}",
            "The existing service {service} was pointed at a file in {folder}",
        ]),
        new("T1505.003", "Server Software Component: Web Shell", Tactic.Persistence,
        [
            "A web shell of [nine|fourteen|thirty] lines was written to the portal's [upload|theme|help] folder and called from {ip2}",
            "{^few} web shells were left, each under the name of an existing page",
        ]),
        new("T1136.001", "Create Account: Local Account", Tactic.Persistence,
        [
            "A local account, {newAccount}, was added to the administrators of {few} servers",
            "The actor created the account {newAccount} and hid it from the sign-in screen",
        ]),
        new("T1098", "Account Manipulation", Tactic.Persistence,
        [
            "A second authenticator was registered for {account}",
            "The account {account} was added to a group that may reset passwords",
        ]),
        new("T1574.002", "Hijack Execution Flow: DLL Side-Loading", Tactic.Persistence,
        [
            "A signed program in {folder} loads a library of the same folder; that library is {malware}",
            "{^malware} comes as a library next to a signed [updater|viewer], which loads it at every start",
        ]),
        new("T1027", "Obfuscated Files or Information", Tactic.DefenseEvasion,
        [
            "Strings and imports of the sample are encrypted; the packer has been seen with {actor} since {beginMonth}",
            "The script is obfuscated in [two|three] layers, the last of which is decoded only on hosts of a domain",
        ]),
        new("T1055", "Process Injection", Tactic.DefenseEvasion,
        [
            "Code was injected into a suspended instance of [svchost.exe|explorer.exe|werfault.exe]",
            "{^malware} ran inside a process of the user's [browser|mail client] from then on",
        ]),
        new("T1562.001", "Impair Defenses: Disable or Modify Tools", Tactic.DefenseEvasion,
        [
            "The endpoint agent was stopped with a vulnerable driver on {few} servers",
            "Exclusions for {folder} were added to the antivirus by group policy",
        ]),
        new("T1070.001", "Indicator Removal: Clear Windows Event Logs", Tactic.DefenseEvasion,
        [
            "Security and system logs were cleared on {few} hosts before the actor left",
            "Event logs of {system} end at the time of the first sign-in; [copies on the log server remain|no copy was kept]",
        ]),
        new("T1218.011", "System Binary Proxy Execution: Rundll32", Tactic.DefenseEvasion,
        [
            "rundll32.exe loads the library by ordinal, from {folder}",
            "The payload is started by rundll32.exe with an export named [Start|DllInstall|Entry]",
        ]),
        new("T1003.001", "OS Credential Dumping: LSASS Memory", Tactic.CredentialAccess,
        [
            "Memory of lsass.exe was read on {few} hosts; the dump was written to {folder}",
            "A renamed copy of a dump tool saved lsass.exe's memory on {system}",
        ]),
        new("T1003.003", "OS Credential Dumping: NTDS", Tactic.CredentialAccess,
        [
            "A shadow copy of a domain controller was mounted and ntds.dit copied to {folder}",
            "The directory database was exported on one domain controller; all passwords were reset afterwards",
        ]),
        new("T1555.003", "Credentials from Password Stores: Credentials from Web Browsers", Tactic.CredentialAccess,
        [
            "Saved passwords of {accounts} browser profiles were read",
            "{^malware} copied cookies and saved passwords; sessions of {few} cloud services were used from {ip2} the same day",
        ]),
        new("T1110.003", "Brute Force: Password Spraying", Tactic.CredentialAccess,
        [
            "{^accounts} accounts were tried with the same [two|three|four] passwords from {ip2}; one succeeded",
            "A slow spray, one attempt an account every {minutes} minutes, preceded the sign-in",
        ]),
        new("T1558.003", "Steal or Forge Kerberos Tickets: Kerberoasting", Tactic.CredentialAccess,
        [
            "Service tickets were requested for {accounts} accounts with RC4; {account} had a password of eight characters",
            "Tickets for every service account were requested within {minutes} minutes",
        ]),
        new("T1021.001", "Remote Services: Remote Desktop Protocol", Tactic.LateralMovement,
        [
            "The actor moved to {system} by RDP with {account}",
            "RDP sessions to {few} servers came from a workstation in {department}",
        ]),
        new("T1021.002", "Remote Services: SMB/Windows Admin Shares", Tactic.LateralMovement,
        [
            "The file was copied to the administrative shares of {hosts} hosts and started as a service",
            "{^hosts} hosts were reached over SMB with {account} within {minutes} minutes",
        ]),
        new("T1021.006", "Remote Services: Windows Remote Management", Tactic.LateralMovement,
        [
            "Remote PowerShell sessions were opened to {few} servers, {system} among them",
            "WinRM was used from {system} to reach the backup servers",
        ]),
        .. LateTechniques.All,
    ];

    public static Technique ById(string id) =>
        Array.Find(All, technique => technique.Id == id) ?? throw new InvalidOperationException($"No technique has the id {id}.");
}
