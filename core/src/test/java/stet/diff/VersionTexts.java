package stet.diff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import stet.article.ArticleVersion;
import stet.extract.Extraction;
import stet.extract.Extractor;
import stet.extract.Page;
import stet.extract.read.Extractors;

/** Real articles in many captures each: folders of files whose names begin with a number. */
public final class VersionTexts {
  public static final Path DATA = Path.of("../shared/data/versions");

  private static final String CAPTURE = "\\d+__\\S+";

  private final Extractor extractor = Extractors.standard();

  /** Folders of articles below one, in the order of their names. */
  static List<Path> articles(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isDirectory).filter(f -> !captures(f).isEmpty()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> captures(Path article) {
    try (Stream<Path> all = Files.list(article)) {
      return all.filter(f -> f.getFileName().toString().matches(CAPTURE)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The article's versions in order; a capture that says the same as the one before is none. */
  public List<ArticleVersion> versions(Path article) {
    List<ArticleVersion> versions = new ArrayList<>();
    String last = "";
    for (Path capture : captures(article)) {
      Optional<ArticleVersion> version = read(capture);
      String body = version.map(BodyText::of).orElse("");
      if (!body.isEmpty() && !body.equals(last)) {
        versions.add(version.get());
        last = body;
      }
    }
    return versions;
  }

  private Optional<ArticleVersion> read(Path capture) {
    String name = capture.getFileName().toString();
    try (InputStream in = open(capture)) {
      Page page = new Page("https://example.org/a", type(name), time(name), "", in.readAllBytes());
      return extractor.extract(page) instanceof Extraction.Article article
          ? Optional.of(article.version())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private static String type(String name) {
    if (name.contains(".html")) {
      return "text/html";
    }
    return name.contains(".md") ? "text/markdown" : "text/plain";
  }

  /** A file's name has the time: {@code 003__2021-02-12T09-07-19Z.html.gz}. */
  private static Instant time(String name) {
    String time = name.substring(name.indexOf("__") + 2, name.indexOf('Z') + 1);
    return Instant.parse(time.substring(0, 11) + time.substring(11).replace('-', ':'));
  }
}
