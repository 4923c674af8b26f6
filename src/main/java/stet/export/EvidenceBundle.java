package stet.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import stet.archive.StoredRecord.StoredCapture;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.capture.Capture;
import stet.capture.Digest;
import stet.diff.Revision;
import stet.json.EvidenceFacts;
import stet.json.StetJson;
import stet.text.SafeText;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/**
 * All that is needed to show, and to check without stet, what two versions of an article said and
 * between which times it changed: a folder, or a zip file.
 */
public final class EvidenceBundle {
  private static final String SUMS = "SHA256SUMS";

  private final String software;
  private final Clock clock;
  private final @Nullable TimeStamper stamper;

  /**
   * @param software what makes it, name and version
   * @param stamper witnesses the bundle; null where no authority is configured
   */
  public EvidenceBundle(String software, Clock clock, @Nullable TimeStamper stamper) {
    this.software = software;
    this.clock = clock;
    this.stamper = stamper;
  }

  /**
   * What the bundle is of.
   *
   * @param timeline the article
   * @param from the older version
   * @param to the newer version
   * @param revision the change from one to the other
   * @param captures those from the first of the one to the last of the other
   * @param page the comparison for readers, HTML
   * @param pictures of the versions' pages, WebP, by the versions' numbers
   */
  public record Subject(
      Timeline timeline,
      SeenVersion from,
      SeenVersion to,
      Revision revision,
      List<StoredCapture> captures,
      byte[] page,
      Map<Integer, Capture> pictures) {
    public Subject {
      captures = List.copyOf(captures);
      pictures = new TreeMap<>(pictures);
    }

    /** The same for programs. */
    public EvidenceFacts facts() {
      return new EvidenceFacts(timeline.article(), from, to, captures);
    }
  }

  /**
   * Writes the bundle.
   *
   * @param output a folder that is not there yet or empty, or a file that ends in {@code .zip}
   * @return when an authority says that it was there; null where none was asked
   * @throws IOException when it cannot be written, a capture is damaged, or the authority does not
   *     answer; nothing is left then
   */
  public TimeStamper.@Nullable Stamp write(Subject subject, Path output) throws IOException {
    boolean zip = output.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    if (!zip && Files.isDirectory(output)) {
      try (var files = Files.list(output)) {
        if (files.findAny().isPresent()) {
          throw new FileAlreadyExistsException(output.toString(), null, "the folder is not empty");
        }
      }
    }
    try (WorkFolder work = WorkFolder.beside(output)) {
      Path folder = Files.createDirectory(work.file("evidence"));
      records(subject, work, folder);
      text(subject.from(), folder);
      text(subject.to(), folder);
      for (Map.Entry<Integer, Capture> picture : subject.pictures().entrySet()) {
        Path file = folder.resolve("version-" + picture.getKey() + ".webp");
        Files.write(file, picture.getValue().payload().bytes());
      }
      Files.write(folder.resolve("comparison.html"), subject.page());
      Files.writeString(
          folder.resolve("revision.json"),
          StetJson.comparison(
                      subject.timeline().article(),
                      subject.from(),
                      subject.to(),
                      subject.revision())
                  .pretty()
              + "\n");
      Files.writeString(
          folder.resolve("evidence.json"),
          StetJson.bundle(
                      subject.facts(), software, clock.instant().truncatedTo(ChronoUnit.SECONDS))
                  .pretty()
              + "\n");
      Files.writeString(folder.resolve("README.txt"), readme(subject));
      byte[] sums = sums(folder);
      Files.write(folder.resolve(SUMS), sums);
      TimeStamper.Stamp stamp = stamper == null ? null : stamper.stamp(sums);
      if (stamp != null) {
        Files.write(folder.resolve(SUMS + ".tsr"), stamp.response());
      }
      put(folder, output, zip, work);
      return stamp;
    }
  }

  private void records(Subject subject, WorkFolder work, Path folder) throws IOException {
    Path file = folder.resolve("captures.warc.gz");
    WarcExport.Count count = new WarcExport.Count();
    Path records = Files.createDirectory(work.file("records"));
    List<String> names;
    try (WarcFiles files = new WarcFiles(records, clock, count)) {
      for (StoredCapture capture : subject.captures()) {
        files.add(capture.capture());
      }
      for (Capture picture : subject.pictures().values()) {
        files.add(picture);
      }
      names = files.finish();
    }
    if (!count.damaged.isEmpty()) {
      throw new IOException("a capture is damaged: " + count.damaged.get(0));
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      for (String name : names) {
        Files.copy(records.resolve(name), out);
      }
    }
  }

  private static void text(SeenVersion version, Path folder) throws IOException {
    ArticleVersion v = version.state();
    StringBuilder text = new StringBuilder();
    line(text, "Headline", v.headline());
    line(text, "Standfirst", v.dek());
    line(text, "Byline", v.byline().printed());
    for (StatedDate date : v.dates()) {
      line(
          text,
          date.role().name().toLowerCase(Locale.ROOT),
          date.iso() + " (" + date.printed() + ")");
    }
    for (Notice notice : v.notices()) {
      line(text, "Notice", notice.text());
    }
    for (Block block : v.body()) {
      text.append('\n').append(block.text()).append('\n');
    }
    Files.writeString(
        folder.resolve("version-" + version.number() + ".txt"), SafeText.escaped(text.toString()));
  }

  private static void line(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append(name).append(": ").append(value).append('\n');
    }
  }

  private static String resource() throws IOException {
    try (InputStream in = EvidenceBundle.class.getResourceAsStream("evidence-readme.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String readme(Subject s) throws IOException {
    String text = resource();
    for (Map.Entry<String, String> e :
        Map.of(
                "{article}", s.timeline().article().uri(),
                "{from}", Integer.toString(s.from().number()),
                "{to}", Integer.toString(s.to().number()),
                "{notBefore}", s.from().lastSeen().toString(),
                "{notAfter}", s.to().first().at().toString(),
                "{software}", software,
                "{stamped}", stamper == null ? stampMissing() : stampThere())
            .entrySet()) {
      text = text.replace(e.getKey(), e.getValue());
    }
    return text;
  }

  private static String stampMissing() {
    return "No time-stamp authority was configured: nothing here proves when the bundle was made.";
  }

  private static String stampThere() {
    return """
    SHA256SUMS.tsr is a time-stamp (RFC 3161) of the file SHA256SUMS by an outside authority. It shows
    that this bundle, byte for byte, existed at the time that the authority states. Check it with the
    authority's certificate, which you get from the authority itself:

        openssl ts -reply -in SHA256SUMS.tsr -text
        openssl ts -verify -data SHA256SUMS -in SHA256SUMS.tsr -CAfile authority.pem""";
  }

  /** In the form of the program sha256sum, sorted by name. */
  private static byte[] sums(Path folder) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          sums.put(file.getFileName().toString(), Digest.of(in).hex());
        }
      }
    }
    StringBuilder out = new StringBuilder();
    sums.forEach((name, hex) -> out.append(hex).append("  ").append(name).append('\n'));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void put(Path folder, Path output, boolean zip, WorkFolder work) throws IOException {
    if (!zip) {
      Files.deleteIfExists(output);
      Files.move(folder, output);
      return;
    }
    Path whole = work.file("whole");
    List<Path> all;
    try (var files = Files.list(folder)) {
      all = files.sorted().toList();
    }
    try (OutputStream out = Files.newOutputStream(whole);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      for (Path file : all) {
        ZipEntry entry = new ZipEntry(file.getFileName().toString());
        entry.setTimeLocal(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        entries.putNextEntry(entry);
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
    WorkFolder.put(whole, output);
  }
}
