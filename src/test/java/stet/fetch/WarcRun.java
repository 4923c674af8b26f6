package stet.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import stet.archive.ArchiveWriter;
import stet.archive.StoredRecord.StoredCapture;
import stet.archive.WarcArchive;
import stet.archive.WarcLocation;
import stet.capture.Capture;
import stet.capture.Digest;
import stet.fetch.FetchOptions.Limits;
import stet.fetch.FetchOutcome.Answered;

/**
 * Fetches pages of real size over loopback and archives what came, so that another program can read
 * the WARC files: answers in five codings, half of them chunked, each with the digest of its coded
 * bytes in a field; redirects; confirmed and identical ones; failures. Prints what it archived as
 * JSON.
 */
public final class WarcRun {
  private static final int REDIRECTS = 100;
  private static final int AGAIN = 200;

  private final Newsroom newsroom = new Newsroom();
  private final Map<Digest, WarcLocation> known = new HashMap<>();
  private final Map<String, Validators> validators = new HashMap<>();
  private final List<Capture> batch = new ArrayList<>();
  private final ArchiveWriter archive;

  private WarcRun(Path folder) throws IOException {
    archive =
        new WarcArchive(folder)
            .openForAppend(
                Clock.systemUTC(), digest -> Optional.ofNullable(known.get(digest)), Map.of());
  }

  /** Arguments: the folder to archive to, the folder of pages, how many. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int count = Integer.parseInt(args[2]);
    List<Path> files;
    try (Stream<Path> found = Files.walk(Path.of(args[1]))) {
      files = found.filter(f -> f.toString().endsWith(".html.gz")).sorted().toList();
    }
    WarcRun run = new WarcRun(folder);
    run.publish(files, count);
    run.fetchAll(count);
    run.newsroom.close();
    run.archive.close();
    System.out.printf(
        "{\"responses\": %d, \"redirects\": %d, \"confirmed\": %d, \"identical\": %d,"
            + " \"failures\": %d}%n",
        count, REDIRECTS, AGAIN, AGAIN, 2);
  }

  private void publish(List<Path> files, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      byte[] answer = PageServer.answer(files.get(i % files.size()), i);
      String etag = "\"" + i + "\"";
      newsroom.on(
          "/" + i,
          visit ->
              visit.say(
                  visit.field("if-none-match").equals(etag)
                      ? ("HTTP/1.1 304 Not Modified\r\nETag: " + etag + "\r\n\r\n").getBytes(UTF_8)
                      : answer));
    }
    for (int i = 0; i < REDIRECTS; i++) {
      newsroom.redirect("/r" + i, "/" + i);
    }
    newsroom.page("/robots.txt", "User-agent: *\nDisallow: /secret");
    newsroom.on("/broken", Newsroom.Visit::reset);
  }

  private void fetchAll(int count) throws IOException {
    FetchOptions options = Desk.hastyOptions(newsroom).withLimits(Limits.STANDARD);
    try (Desk desk = new Desk(options)) {
      for (int i = 0; i < count; i++) {
        boolean redirected = i < REDIRECTS;
        fetch(desk, (redirected ? "/r" : "/") + i, false);
      }
      for (int i = 0; i < AGAIN; i++) {
        fetch(desk, "/" + i, true);
        fetch(desk, "/" + (AGAIN + i), false);
      }
      fetch(desk, "/secret", false);
      fetch(desk, "/broken", false);
      flush();
    }
  }

  private void fetch(Desk desk, String path, boolean conditionally) throws IOException {
    String uri = newsroom.url(path);
    Validators before = conditionally ? validators.get(uri) : null;
    desk.clock.pass(Duration.ofMillis(1));
    FetchOutcome outcome = desk.fetcher.fetch(new FetchRequest(uri, before));
    if (outcome instanceof Answered answered && answered.validators() != null) {
      validators.put(answered.uri(), answered.validators());
    }
    batch.addAll(outcome.captures());
    if (batch.size() >= 50) {
      flush();
    }
  }

  private void flush() throws IOException {
    for (StoredCapture stored : archive.append(batch)) {
      known.putIfAbsent(stored.capture().payload().digest(), stored.payload());
    }
    batch.clear();
  }
}
