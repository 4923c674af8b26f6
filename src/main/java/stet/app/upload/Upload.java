package stet.app.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.app.AppException;
import stet.app.CollectionHome;
import stet.app.ImportListener;
import stet.app.ImportRun;
import stet.ingest.Found;
import stet.ingest.ImportOptions;
import stet.ingest.SavedPages;
import stet.ingest.Selection;
import stet.ingest.WebArchives;
import stet.track.Accepted;
import stet.track.CollectionWriter;

/**
 * A file that is sent to be taken in: received into a folder of its own, under a name that is ours,
 * then imported as {@code stet import} does it, then deleted. Of the name that was sent only the
 * ending is looked at.
 */
public final class Upload implements AutoCloseable {
  private static final String NAME = "upload";

  /** What is told of one by one; the counts tell of all. */
  private static final int NAMED_CAPTURES = 1_000;

  private static final int NAMED_REFUSALS = 100;

  private final CollectionHome home;
  private final Clock clock;
  private final Path folder;
  private final Runnable done;
  private final Path file;
  private final OutputStream out;

  /**
   * What whoever sends a file says of it; each empty where nothing is said.
   *
   * @param name the file's
   * @param type its media type
   * @param url of a saved page, the address under which it was captured; of a web archive, which
   *     addresses to take, with {@code *} for anything
   * @param time when a saved page was captured, with its offset
   */
  public record Told(String name, String type, String url, String time) {}

  /**
   * What came of it.
   *
   * @param captures the first thousand, those that were here before included
   * @param refused why files and records were not taken, the first hundred
   */
  public record Outcome(ImportRun.Result result, List<Accepted> captures, List<String> refused) {
    public Outcome {
      captures = List.copyOf(captures);
      refused = List.copyOf(refused);
    }

    /** Whether something was refused and nothing taken. */
    public boolean isNothing() {
      return result.refused() > 0 && result.added() + result.known() == 0;
    }
  }

  Upload(CollectionHome home, Clock clock, Path folder, Runnable done) throws IOException {
    this.home = home;
    this.clock = clock;
    this.folder = folder;
    this.done = done;
    this.file = folder.resolve(NAME);
    this.out = Files.newOutputStream(file);
  }

  /** Where to write the file's bytes. */
  public OutputStream out() {
    return out;
  }

  /**
   * Takes the file in. What is told as taken is safe.
   *
   * @throws AppException when it is no file that can be taken, or something needed is not told
   * @throws stet.track.CollectionException when the collection cannot be written to
   * @throws IOException when the file cannot be read, or nothing can be written
   */
  public Outcome take(Told told) throws IOException {
    out.close();
    Path named = named(told);
    Instant at = time(told.time());
    long maxSize = home.settings().maxSize();
    WebArchives archives = WebArchives.under(List.of(named), selection(told), maxSize);
    String url = archives.isEmpty() ? address(told.url()) : null;
    SavedPages pages = SavedPages.under(archives.others(), new ImportOptions(at, url, maxSize));
    Hearing hearing = new Hearing();
    try (CollectionWriter writer = home.openForWriting(clock)) {
      ImportRun.Result result = new ImportRun(writer, hearing).run(pages, archives);
      return new Outcome(result, hearing.captures, hearing.refused);
    }
  }

  private static AppException invalid(String why) {
    return new AppException(AppException.Problem.INVALID, why);
  }

  private Path named(Told told) throws IOException {
    byte[] beginning;
    try (InputStream in = Files.newInputStream(file)) {
      beginning = in.readNBytes(UploadKind.BEGINNING);
    }
    if (beginning.length == 0) {
      throw invalid("the file is empty");
    }
    String ending =
        UploadKind.ending(told.name(), told.type(), beginning)
            .orElseThrow(
                () -> invalid("that is neither a web archive (WARC, ARC, WACZ) nor a saved page"));
    Path named = Files.move(file, folder.resolve(NAME + '.' + ending));
    // Where nobody says when a page was captured, all that is known is when it came.
    Files.setLastModifiedTime(named, FileTime.from(clock.instant()));
    return named;
  }

  private static Selection selection(Told told) {
    List<String> urls = told.url().isEmpty() ? List.of() : List.of(told.url());
    return new Selection(urls, List.of(), null, null, List.of());
  }

  private static String address(String url) {
    if (url.isEmpty()) {
      throw invalid("a saved page needs its address as 'url'");
    } else if (!ImportOptions.isWebAddress(url)) {
      throw invalid("'url' is not an http or https address");
    }
    return url;
  }

  /**
   * A time as a person or a program writes it; null for none.
   *
   * @throws AppException when it is none
   */
  static @Nullable Instant time(String text) {
    try {
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw invalid("'time' is not a time with its offset, such as 2015-11-19T17:30:00Z");
    }
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      Uploads.delete(folder);
      done.run();
    }
  }

  /** Keeps what a run tells, as much as can be shown. */
  private static final class Hearing implements ImportListener {
    private final List<Accepted> captures = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    @Override
    public void recovered(CollectionWriter.Recovery recovery) {}

    @Override
    public void timedByFile(List<String> names) {}

    @Override
    public void refused(Found.Refused no) {
      if (refused.size() < NAMED_REFUSALS) {
        refused.add(no.why());
      }
    }

    @Override
    public void accepted(String subject, Accepted accepted) {
      if (captures.size() < NAMED_CAPTURES) {
        captures.add(accepted);
      }
    }

    @Override
    public void committed(int captures) {}
  }
}
