using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Emulation.Tests.Recordings;

/// <summary>
/// A service that keeps each request as bytes and answers with given ones. A real web server would put headers in order before a test saw
/// them.
/// </summary>
sealed class Upstream : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _requests = [];
    private readonly Func<string, string> _answer;

    public Upstream(Func<string, string> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = Accept();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public IReadOnlyList<string> Requests => _requests;

    public void Dispose() => _listener.Dispose();

    private async Task Accept()
    {
        try
        {
            while (true) _ = Serve(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var connection = client;
        await using var stream = connection.GetStream();
        var request = await Read(stream);
        lock (_requests) _requests.Add(request);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(_answer(request)));
    }

    private static async Task<string> Read(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (await stream.ReadAsync(buffer) is > 0 and var count)
        {
            text.Append(Encoding.Latin1.GetString(buffer, 0, count));
            if (IsWhole(text.ToString())) break;
        }
        return text.ToString();
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return false;
        var length = request[..end].Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        if (length is not null) return request.Length >= end + 4 + int.Parse(length.Split(':')[1]);
        return !request.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase) || request.EndsWith("0\r\n\r\n", StringComparison.Ordinal);
    }
}
