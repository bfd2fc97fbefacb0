namespace CivicsClass.Servers;

/// <summary>This server does not run the session, or not any more: the caller is to ask again, and is led to the one that does.</summary>
public sealed class ElsewhereException(string key) : Exception($"Session {key} is not this server's to run.");
