package stet.app;

import java.io.IOException;
import stet.story.Engine;
import stet.track.Audit;
import stet.track.Collection;
import stet.track.Progress;

/** Checks that every archived byte is as it was written, and that the index fits it. */
public final class VerifyRun {
  private VerifyRun() {}

  /**
   * What was found.
   *
   * @param unread why the settings could not be read, so that the standard ones were taken; empty
   *     where they were
   */
  public record Result(Audit audit, String unread) {
    /** Whether nothing is wrong. */
    public boolean isSound() {
      return audit.findings().isEmpty() && unread.isEmpty();
    }
  }

  /**
   * Checks a collection; changes nothing. What is checked does not hang on the settings, which may
   * be what is damaged.
   *
   * @throws IOException when a file cannot be read at all
   */
  public static Result check(
      Collection collection, CollectionHome home, Audit.Level level, Progress progress)
      throws IOException {
    Engine engine = Engine.standard();
    String unread = "";
    try {
      engine = home.settings().engine();
    } catch (AppException e) {
      unread = String.valueOf(e.getMessage());
    }
    return new Result(collection.verify(level, engine, progress), unread);
  }
}
