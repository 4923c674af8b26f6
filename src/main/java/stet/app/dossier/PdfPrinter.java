package stet.app.dossier;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stet.render.BrowserProgram;

/**
 * Prints a page of this program as PDF with the Chromium of the system. The page needs nothing from
 * anywhere and lets no script in; the browser reaches no host, and has a profile of its own that is
 * gone afterwards.
 */
public final class PdfPrinter {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final byte[] PDF = {'%', 'P', 'D', 'F'};

  private final Path browser;

  private PdfPrinter(Path browser) {
    this.browser = browser;
  }

  /**
   * The one of this machine.
   *
   * @param stated what {@code STET_BROWSER} says; null for nothing
   * @param path folders with programs, as {@code PATH} has them; null for none
   * @return empty where there is no browser
   */
  public static Optional<PdfPrinter> find(@Nullable String stated, @Nullable String path) {
    return BrowserProgram.find(stated, path).map(b -> new PdfPrinter(b.path()));
  }

  /**
   * Prints a page.
   *
   * @param page HTML, UTF-8
   * @return the PDF
   * @throws IOException when the browser does not print it within three minutes
   */
  public byte[] print(byte[] page) throws IOException {
    Path folder = Files.createTempDirectory("stet-pdf");
    try {
      Path html = folder.resolve("dossier.html");
      Path pdf = folder.resolve("dossier.pdf");
      Files.write(html, page);
      run(command(folder, html, pdf));
      byte[] printed = Files.exists(pdf) ? Files.readAllBytes(pdf) : new byte[0];
      if (printed.length < PDF.length
          || !java.util.Arrays.equals(java.util.Arrays.copyOf(printed, PDF.length), PDF)) {
        throw new IOException("'" + browser + "' printed no PDF");
      }
      return printed;
    } finally {
      remove(folder);
    }
  }

  private List<String> command(Path folder, Path html, Path pdf) {
    List<String> command = new ArrayList<>();
    command.add(browser.toString());
    command.addAll(
        List.of(
            "--headless=new",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-extensions",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--no-default-browser-check",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--user-data-dir=" + folder.resolve("profile"),
            "--generate-pdf-document-outline",
            "--no-pdf-header-footer",
            "--print-to-pdf=" + pdf));
    if (BrowserProgram.isRoot()) {
      // Chromium's sandbox does not work for root; the page is this program's own, without script.
      command.add("--no-sandbox");
    }
    command.add(html.toUri().toString());
    return command;
  }

  private void run(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("'" + browser + "' took too long to print");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while '" + browser + "' printed", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
