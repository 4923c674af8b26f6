package stet.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import stet.capture.Capture;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;
import stet.capture.Payload;
import stet.render.RenderOptions.Picture;

/**
 * How fast saved pages are rendered, one after the other, with a picture of each; no test, {@code
 * bench/render} runs it beside a peer.
 */
final class RenderPace {
  private RenderPace() {}

  /**
   * @param args a folder of saved pages, and how many of them
   */
  public static void main(String[] args) throws IOException {
    List<Path> pages;
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      pages = files.sorted().limit(Long.parseLong(args[1])).toList();
    }
    RenderOptions options = RenderOptions.TEXT.with(Picture.PNG);
    int shown = 0;
    long text = 0;
    long pictures = 0;
    try (Renderer renderer = TestBrowser.open()) {
      render(renderer, pages.get(0), options);
      long from = System.nanoTime();
      for (Path page : pages) {
        try {
          Rendered rendered = render(renderer, page, options);
          shown++;
          text += rendered.html().getBytes(StandardCharsets.UTF_8).length;
          pictures += rendered.picture() == null ? 0 : rendered.picture().length;
        } catch (IOException e) {
          System.err.println(page + ": " + e.getMessage());
        }
      }
      double seconds = (System.nanoTime() - from) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "stet        %d of %d pages, %.2f s each, %.1f a minute, %.0f kB of text and %.0f kB of picture each%n",
          shown,
          pages.size(),
          seconds / pages.size(),
          60 * pages.size() / seconds,
          text / 1e3 / Math.max(1, shown),
          pictures / 1e3 / Math.max(1, shown));
    }
  }

  private static Rendered render(Renderer renderer, Path page, RenderOptions options)
      throws IOException {
    Capture capture =
        new Capture(
            "https://saved.invalid/" + page.getFileName(),
            Instant.EPOCH,
            0,
            "text/html",
            Payload.of(Files.readAllBytes(page)),
            new SavedFile("page.html", TimeBasis.STATED, ""));
    return renderer.render(new RenderRequest(capture, PageFiles.NONE, options));
  }
}
