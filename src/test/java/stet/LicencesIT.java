package stet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * The packaged jar carries the licence of each library whose classes are in it. Which these are is
 * read from the class path, not from the list that the build makes.
 */
class LicencesIT {
  private static final String FOLDER = "META-INF/licenses/";
  private static final String SHARED = "Apache-2.0";

  /** All but the shared one name their authors, so that each library must bring its own text. */
  private static final List<String> KNOWN =
      List.of(
          SHARED, "MIT", "BSD-2-Clause", "BSD-3-Clause", "Unicode-3.0", "Bouncy Castle Licence");

  private static final Pattern LISTED =
      Pattern.compile("(?m)^(\\S+ \\S+)\n  name: .+\n  group: \\S+\n  licence: (.+)\n  url: (.+)$");
  private static final Pattern JAR_NAME = Pattern.compile("(.+?)-(\\d.*)\\.jar");
  private static final Pattern OWN_TEXT =
      Pattern.compile("META-INF/(?:.*/)?([^/]*LICENSE[^/]*|NOTICE[^/]*)");

  /** Of a library that a library's jar holds. */
  private static final Pattern NESTED =
      Pattern.compile("^META-INF/licenses/(?:.*/)?([^/]+)/META-INF/([^/]+)$");

  @Test
  void eachLibraryIsListedWithALicenceAndItsText() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    try (JarFile stet = new JarFile("target/stet.jar")) {
      Map<String, String> listed = listed(stet);
      List<Path> contained = contained(stet);
      assertThat(contained).hasSizeGreaterThan(25);
      for (Path jar : contained) {
        String library = library(jar);
        softly.assertThat(listed).as("listed libraries").containsKey(library);
        List<String> licences = List.of(listed.getOrDefault(library, "").split(", "));
        // Of several, which are offered to choose from, one will do.
        softly.assertThat(licences).as(library).containsAnyElementsOf(KNOWN);
        if (!licences.contains(SHARED)) {
          softly.assertThat(texts(stet, library)).as("text of " + library).isNotEmpty();
        }
      }
      softly
          .assertThat(listed.keySet())
          .isEqualTo(
              contained.stream()
                  .map(LicencesIT::library)
                  .collect(Collectors.toCollection(TreeSet::new)));
    }
    softly.assertAll();
  }

  @Test
  void whatALibrarysOwnJarSaysOfItsLicenceIsThereWordForWord() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    try (JarFile stet = new JarFile("target/stet.jar")) {
      for (Path path : contained(stet)) {
        String folder = FOLDER + library(path).replaceFirst(" .*", "") + "/";
        try (JarFile jar = new JarFile(path.toFile())) {
          for (ZipEntry entry : Collections.list(jar.entries())) {
            Matcher text =
                OWN_TEXT.matcher(NESTED.matcher(entry.getName()).replaceFirst("META-INF/$1-$2"));
            if (text.find() && !entry.isDirectory()) {
              softly
                  .assertThat(read(stet, folder + text.group(1)))
                  .as(folder + text.group(1))
                  .isEqualTo(read(jar, entry.getName()));
            }
          }
        }
      }
    }
    softly.assertAll();
  }

  @Test
  void theTextThatManySharesIsTheLicenceOfStet() throws IOException {
    try (JarFile stet = new JarFile("target/stet.jar")) {
      assertThat(read(stet, "META-INF/LICENSE"))
          .isEqualTo(Files.readString(Path.of("LICENSE")))
          .contains("Apache License", "Version 2.0, January 2004");
    }
  }

  /** Name and version of each listed library, with its licences. */
  private static Map<String, String> listed(JarFile stet) throws IOException {
    Map<String, String> listed = new TreeMap<>();
    LISTED
        .matcher(read(stet, FOLDER + "THIRD-PARTY.txt"))
        .results()
        .forEach(m -> listed.put(m.group(1), m.group(2)));
    return listed;
  }

  /** Jars of the class path that have a class in stet's jar, or a file where they have no class. */
  private static List<Path> contained(JarFile stet) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(classPath.split(File.pathSeparator))
        .map(Path::of)
        .filter(p -> p.toString().endsWith(".jar") && !p.endsWith("stet.jar"))
        .filter(p -> isIn(p, stet))
        .toList();
  }

  private static boolean isIn(Path path, JarFile stet) {
    try (JarFile jar = new JarFile(path.toFile());
        Stream<String> names = jar.stream().map(ZipEntry::getName)) {
      List<String> files =
          names.filter(n -> !n.matches("META-INF/.*|.*/|.*-info\\.class")).toList();
      List<String> classes = files.stream().filter(n -> n.endsWith(".class")).toList();
      return (classes.isEmpty() ? files : classes).stream().anyMatch(n -> stet.getEntry(n) != null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** "jsoup 1.24.1" of {@code jsoup-1.24.1.jar}. */
  private static String library(Path jar) {
    return JAR_NAME.matcher(jar.getFileName().toString()).replaceFirst("$1 $2");
  }

  private static List<String> texts(JarFile stet, String library) {
    String folder = FOLDER + library.replaceFirst(" .*", "") + "/";
    return stet.stream()
        .filter(e -> e.getName().startsWith(folder) && e.getSize() > 200)
        .map(ZipEntry::getName)
        .filter(n -> n.contains("LICENSE"))
        .toList();
  }

  private static String read(JarFile jar, String name) throws IOException {
    ZipEntry entry = jar.getEntry(name);
    if (entry == null) {
      return "";
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
