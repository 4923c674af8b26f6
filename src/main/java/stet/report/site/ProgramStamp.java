package stet.report.site;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import stet.capture.Digest;

/**
 * Tells one build of the program from another. Pages of another build are made anew: a version
 * number that somebody has to raise by hand would be forgotten.
 */
final class ProgramStamp {
  private ProgramStamp() {}

  /**
   * A digest of the program's own files and the Java release, whose names of months it prints;
   * never the same twice where the files cannot be read.
   */
  static String read() {
    try {
      CodeSource source = Site.class.getProtectionDomain().getCodeSource();
      if (source != null) {
        Path place = Path.of(source.getLocation().toURI());
        return stamp(Files.isDirectory(place) ? classes(place) : jar(place));
      }
    } catch (IOException | URISyntaxException | IllegalArgumentException e) {
      // Told apart by nothing, then.
    }
    return UUID.randomUUID().toString();
  }

  private static String stamp(Map<String, String> files) {
    return Digest.of(files + " " + Runtime.version()).hex();
  }

  private static Map<String, String> jar(Path jar) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        files.put(entry.getName(), Long.toHexString(entry.getCrc()));
      }
    }
    return files;
  }

  private static Map<String, String> classes(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root.resolve("stet"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Digest.of(Files.readAllBytes(file)).hex());
      }
    }
    return files;
  }
}
