using System.Buffers.Binary;

namespace CivicsClass.Load.Faults.Network;

/// <summary>Cuts what a server says on one connection into the head of its HTTP answer, whole WebSocket messages (all frames of one
/// together) and control frames. An answer that is no upgrade passes as it comes. Source: RFC 6455, section 5.2.</summary>
public sealed class SocketMessages
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] Upgraded = "HTTP/1.1 101"u8.ToArray();
    private byte[] _held = [];
    private bool _headPassed, _upgraded;
    private int _messageEnd;

    /// <param name="IsMessage">A whole message: what may be dropped, doubled or put later without breaking the protocol.</param>
    public readonly record struct Part(byte[] Bytes, bool IsMessage);

    public IEnumerable<Part> Take(ReadOnlySpan<byte> fresh)
    {
        _held = [.. _held, .. fresh];
        return Parts();
    }

    private IEnumerable<Part> Parts()
    {
        if (!_headPassed && _held.AsSpan().IndexOf(EndOfHead) is >= 0 and var end)
        {
            (_headPassed, _upgraded) = (true, _held.AsSpan().StartsWith(Upgraded));
            yield return new Part(Cut(end + EndOfHead.Length), false);
        }
        if (!_headPassed)
            yield break;
        if (!_upgraded)
        {
            if (_held.Length > 0)
                yield return new Part(Cut(_held.Length), false);
            yield break;
        }
        while (NextFrame() is { } frame)
        {
            var isControl = (_held[_messageEnd] & 0x0F) >= 8;
            var isLast = (_held[_messageEnd] & 0x80) != 0;
            if (isControl && _messageEnd > 0)
                throw new InvalidOperationException("A control frame inside a message: not seen from this server before.");
            _messageEnd += frame;
            if (!isLast)
                continue;
            yield return new Part(Cut(_messageEnd), !isControl);
            _messageEnd = 0;
        }
    }

    /// <returns>The length of the frame that begins where the message so far ends; null when it has not all arrived.</returns>
    private int? NextFrame()
    {
        var left = _held.AsSpan(_messageEnd);
        if (left.Length < 2)
            return null;
        var (head, length) = (left[1] & 0x7F) switch
        {
            126 => (4, left.Length < 4 ? -1 : BinaryPrimitives.ReadUInt16BigEndian(left[2..])),
            127 => (10, left.Length < 10 ? -1 : (long)BinaryPrimitives.ReadUInt64BigEndian(left[2..])),
            var small => (2, small),
        };
        return length < 0 || left.Length < head + length ? null : (int)(head + length);
    }

    private byte[] Cut(int length)
    {
        var cut = _held[..length];
        _held = _held[length..];
        return cut;
    }
}
