package stet.app;

import java.util.List;
import stet.ingest.Found;
import stet.track.Accepted;
import stet.track.CollectionWriter;

/** Is told what becomes of an import while it runs, on the thread that runs it. */
public interface ImportListener {
  /** What an import that was killed had left. */
  void recovered(CollectionWriter.Recovery recovery);

  /** Names of the files whose own time is taken for the capture's, since no name tells it. */
  void timedByFile(List<String> names);

  /** A file or record that is not taken. */
  void refused(Found.Refused refused);

  /**
   * A capture that is safe.
   *
   * @param subject the file or record that it came from
   */
  void accepted(String subject, Accepted accepted);

  /** A batch of so many captures is done, and all of it was told. */
  void committed(int captures);
}
