package stet.render;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Chromium of this machine, or a browser made of it.
 *
 * @param path the program
 */
public record BrowserProgram(Path path) {
  private static final List<String> NAMES =
      List.of(
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable",
          "chrome",
          "msedge");

  /**
   * Looks for one.
   *
   * @param stated what {@code STET_BROWSER} says; null for nothing
   * @param path folders with programs, as {@code PATH} has them; null for none
   * @return empty where there is no such browser
   */
  public static Optional<BrowserProgram> find(@Nullable String stated, @Nullable String path) {
    List<Path> places = new ArrayList<>();
    if (stated != null && !stated.isBlank()) {
      add(places, stated.strip(), "");
    } else {
      for (String folder : (path == null ? "" : path).split(File.pathSeparator)) {
        NAMES.forEach(name -> add(places, folder, name));
        NAMES.forEach(name -> add(places, folder, name + ".exe"));
      }
      places.add(Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));
      places.add(Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));
    }
    return places.stream()
        .filter(p -> Files.isRegularFile(p) && Files.isExecutable(p))
        .findFirst()
        .map(BrowserProgram::new);
  }

  /** The browser that this program's environment names, or has on its path. */
  public static Optional<BrowserProgram> here() {
    return find(System.getenv("STET_BROWSER"), System.getenv("PATH"));
  }

  /** Whether it has to start its own sandbox: unless {@code STET_BROWSER_SANDBOX} is off. */
  public static boolean wantsSandbox() {
    return !"off".equals(System.getenv("STET_BROWSER_SANDBOX"));
  }

  /** Whether this program runs as root, for whom Chromium has no sandbox. */
  public static boolean isRoot() {
    return System.getProperty("user.name", "").equals("root");
  }

  private static void add(List<Path> places, String folder, String name) {
    try {
      places.add(Path.of(folder, name));
    } catch (InvalidPathException e) {
      // PATH may hold anything; what is no path holds no browser.
    }
  }
}
