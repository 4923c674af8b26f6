package stet.watch;

/** Told what the watch does. Called from one thread at a time. */
public interface WatchLog {
  /** One check is done and kept. */
  void fetched(FetchLine line);

  /** The watch is alive, and no check has said so for a while. */
  default void heartbeat(HeartbeatLine line) {}

  /** Something that a person should know, one line, such as why the watch pauses. */
  void note(String line);
}
