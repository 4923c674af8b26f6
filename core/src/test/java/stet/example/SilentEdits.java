package stet.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import stet.capture.Capture;
import stet.capture.CaptureSource.Memento;
import stet.capture.Payload;
import stet.story.Stories;

/** Prints what changed between captures of a page, and whether the publisher said so. */
public final class SilentEdits {
  private final Stories stories = Stories.inMemory();

  public void add(String url, Instant at, String html) throws IOException {
    Memento source = new Memento("archive.example", url);
    Payload payload = Payload.of(html.getBytes(UTF_8));
    stories.add(new Capture(url, at, 0, "text/html; charset=utf-8", payload, source));
  }

  public void print(Appendable out) throws IOException {
    StringBuilder lines = new StringBuilder();
    stories.timelines(
        timeline ->
            timeline.revisions().forEach(r -> lines.append(r.at() + " " + r.labels() + "\n")));
    out.append(lines);
  }
}
