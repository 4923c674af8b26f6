package stet.capture;

/** Where a capture came from. */
public sealed interface CaptureSource {

  /** One word for the kind, as stored and shown: {@code file}. */
  String kind();

  /** The name within that kind, for people: a file's name. Never a path on this machine. */
  String name();

  /**
   * A saved page read from disk.
   *
   * @param name the file's own name without its folder, never a path
   * @param time where the capture time was taken from
   * @param title the headline that an index beside the file states, used only when the page itself
   *     has none; empty when there is no index
   */
  record SavedFile(String name, TimeBasis time, String title) implements CaptureSource {
    @Override
    public String kind() {
      return "file";
    }
  }

  /** What a file's capture time rests on, strongest first. */
  enum TimeBasis {
    /** The file's name carries the time. */
    NAME,
    /** The person who imported it said so. */
    STATED,
    /** Only the file system's modification time is known. */
    FILE_TIME
  }
}
