using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CivicsClass.Tests.Data;

/// <summary>Speaks just enough of SQL Server's protocol (MS-TDS 7.4, without encryption) to take a sign-in, transactions and commands
/// with parameters, and remembers what was asked. It keeps nothing and answers every command as done; an epoch is always 1.</summary>
internal sealed class SqlServerOnPaper : IAsyncDisposable
{
    private const byte PreLogin = 0x12, SignIn = 0x10, Call = 0x03, Transaction = 0x0E;
    private static readonly byte[] Descriptor = [1, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] Done = [0xFD, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] Collation = [0xE3, 8, 0, 7, 5, 0x09, 0x04, 0xD0, 0x00, 0x34, 0];
    private static readonly byte[] Welcome = [.. Token(0xAD, [1, 0x74, 0, 0, 4, 1, .. "S"u8, 0, 16, 0, 0, 0]), .. Collation, .. Done];
    private static readonly byte[] Epoch = [0x81, 1, 0, 0, 0, 0, 0, 0, 0, 0x38, 1, .. "E"u8, 0, 0xD1, 1, 0, 0, 0, 0xFD, 0x10, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] Failed = [0xFD, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _calls = [];
    private readonly Task _serving;

    public SqlServerOnPaper()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public string ConnectionString => $"Server=127.0.0.1,{((IPEndPoint)_listener.LocalEndpoint).Port};User ID=civics;Password=paper;Encrypt=False;Pooling=False;Connect Timeout=10;ConnectRetryCount=0";

    /// <summary>Each command with its parameters as it came, its bytes read as UTF-16.</summary>
    public IReadOnlyCollection<string> Calls => _calls;
    public int Commits { get; private set; }
    public int SignIns { get; private set; }

    /// <summary>The next so many sign-ins are turned away with error 40613, as during a failover.</summary>
    public int Unavailable { get; set; }

    /// <summary>Every command is a deadlock's victim (error 1205).</summary>
    public bool Deadlocked { get; set; }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception over) when (over is SocketException or InvalidOperationException)
        {
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        while (await ReadAsync(stream) is var (kind, request))
            await stream.WriteAsync(Packet(kind switch
            {
                PreLogin => [0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xFF, 16, 0, 3, 0xE8, 0, 0, 2],
                SignIn => SignedIn(),
                Transaction => Change(request),
                Call => Called(request),
                _ => Done,
            }));
    }

    private byte[] SignedIn()
    {
        SignIns++;
        return Unavailable-- > 0 ? Error(40613) : Welcome;
    }

    private byte[] Called(byte[] request)
    {
        // The text may begin at an odd byte.
        var text = Encoding.Unicode.GetString(request);
        var shifted = Encoding.Unicode.GetString(request.AsSpan(1));
        _calls.Enqueue(text + shifted);
        return Deadlocked ? Error(1205) : (text + shifted).Contains("SELECT \"Epoch\"", StringComparison.Ordinal) ? Epoch : Done;
    }

    private byte[] Change(byte[] request)
    {
        var headers = BinaryPrimitives.ReadInt32LittleEndian(request);
        Commits += request[headers] == 7 ? 1 : 0;
        return request[headers] == 5 ? [.. Token(0xE3, [8, 8, .. Descriptor, 0]), .. Done] : [.. Token(0xE3, [9, 0, 8, .. Descriptor]), .. Done];
    }

    private static byte[] Error(int number)
    {
        var content = new byte[16];
        BinaryPrimitives.WriteInt32LittleEndian(content, number);
        (content[4], content[5], content[6]) = (1, 13, 1);
        (content[8], content[9]) = ((byte)'E', 0);
        return [.. Token(0xAA, content), .. Failed];
    }

    private static byte[] Token(byte kind, byte[] content) => [kind, (byte)content.Length, (byte)(content.Length >> 8), .. content];

    private static byte[] Packet(byte[] content) => [4, 1, (byte)((content.Length + 8) >> 8), (byte)(content.Length + 8), 0, 0, 1, 0, .. content];

    /// <summary>A message: its packets put together, up to the one marked as the last. Null at the end.</summary>
    private static async Task<(byte Kind, byte[] Content)?> ReadAsync(NetworkStream stream)
    {
        var message = new MemoryStream();
        var header = new byte[8];
        do
        {
            if (await stream.ReadAtLeastAsync(header, 8, throwOnEndOfStream: false) < 8)
                return null;
            var packet = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - 8];
            await stream.ReadExactlyAsync(packet);
            message.Write(packet);
        }
        while ((header[1] & 1) == 0);
        return (header[0], message.ToArray());
    }
}
