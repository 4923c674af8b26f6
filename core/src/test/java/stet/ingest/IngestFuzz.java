package stet.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import stet.fuzz.FuzzTarget;
import stet.fuzz.Seeds;
import stet.ingest.warc.WarcFuzz;

/** Files as they are imported. */
public final class IngestFuzz {
  private static final int MOST = 1 << 16;

  private IngestFuzz() {}

  /**
   * @param scratch a folder for the files
   */
  public static List<FuzzTarget> targets(Path scratch) {
    List<byte[]> archives = WarcFuzz.files();
    return List.of(
        new FuzzTarget(
            "import-warc",
            800,
            archives,
            List.of("WARC-Type: ", "revisit", "resource", "HTTP/1.1 404", "text/html", "\r\n"),
            in -> read(scratch.resolve("import"), "a.warc.gz", in)),
        new FuzzTarget(
            "import-wacz",
            800,
            List.of(
                Seeds.zip("archive/a.warc.gz", archives.get(1), true),
                Seeds.zip("archive/a.warc", archives.get(0), false),
                Seeds.zip("../../b.arc", archives.get(3), false)),
            List.of("PK\u0001\u0002", "PK\u0003\u0004", "PK\u0005\u0006", ".warc", "../"),
            in -> read(scratch.resolve("wacz"), "a.wacz", in)),
        new FuzzTarget(
            "import-cdx",
            700,
            Seeds.texts(
                " CDX N b a m s k r M S V g\n"
                    + "example,portaldercourier)/ 20260305140500 https://portaldercourier.example/"
                    + " text/html 200 AAAA - - 345 0 a.warc.gz\n",
                "example,portaldercourier)/ 20260305140500 {\"url\":\"https://x.example/\","
                    + "\"filename\":\"a.warc.gz\",\"offset\":\"0\",\"length\":\"345\"}\n"
                    + "!meta 0 {}\n"),
            List.of(" ", "\n", "{", "}", "\"offset\":", "a.warc.gz", "../", "CON", "\u0000", "345"),
            in -> index(scratch.resolve("cdx"), in)),
        new FuzzTarget(
            "folder-index",
            1_000,
            Seeds.texts(
                "{\"id\":\"harbour\",\"url\":\"https://portaldercourier.example/h\","
                    + "\"title\":\"The harbour closes\"}\n{\"id\":\"2\"}\n"),
            List.of("{", "[", "\"id\":", "\"url\":", "null", "\n", "1e9999", "\\ud83d", "harbour"),
            in -> folderIndex(scratch.resolve("index"), in)),
        new FuzzTarget(
            "rewritten-page",
            1_700,
            Seeds.texts(
                "<html><head><script src=\"/_static/js/wombat.js\"></script>"
                    + "<!-- End Wayback Rewrite JS Include --><link href=\"https://web.archive"
                    + ".example/web/20260305140500cs_/https://portaldercourier.example/a.css\">"
                    + "</head><body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div>bar</div>"
                    + "<!-- END WAYBACK TOOLBAR INSERT --><p>The crane is down.</p></body></html>"
                    + "<!-- FILE ARCHIVED ON 14:05:00 Mar 05, 2026 -->"),
            List.of("/web/20260305140500id_/", "http://", "<!-- ", " -->", "<script", "\"", "'"),
            IngestFuzz::rewritten),
        new FuzzTarget(
            "file-names",
            1_300,
            Seeds.texts("12__2026-03-05T14-05-00Z.html", "20260305140500.md", "a/../b.txt.gz"),
            List.of("__", ".html", ".gz", "Z", "+01-00", "\u202e", "%", "99"),
            IngestFuzz::name));
  }

  private static void read(Path folder, String name, byte[] input) throws IOException {
    Path file = write(folder, name, input);
    List<Found> found = new ArrayList<>();
    WebArchives.under(List.of(file), Selection.ALL, MOST).read(EarlierPayloads.NONE, found::add);
    for (Found one : found) {
      if (one instanceof Found.Refused refused) {
        assertThat(refused.toString()).doesNotContain("\n");
      }
    }
  }

  private static void index(Path folder, byte[] input) throws IOException {
    write(folder, "a.warc.gz", WarcFuzz.files().get(1));
    Path index = write(folder, "a.cdxj", input);
    List<Found> found = new ArrayList<>();
    WebArchives.under(List.of(index), Selection.ALL, MOST).read(EarlierPayloads.NONE, found::add);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.count()).isEqualTo(2);
    }
  }

  private static void folderIndex(Path folder, byte[] input) throws IOException {
    Path file = write(folder, FolderIndex.NAME, input);
    List<Found.Refused> refused = new ArrayList<>();
    FolderIndex index = FolderIndex.read(file, refused::add);
    assertThat(refused.size()).isLessThanOrEqualTo(1);
    assertThat(index.uri("set", "harbour")).isNotEmpty();
    assertThat(index.title("harbour").length()).isLessThanOrEqualTo(4096);
  }

  private static void rewritten(byte[] input) {
    if (Rewritten.is(input)) {
      Rewritten.clean(input)
          .ifPresent(own -> assertThat(own.length).isLessThanOrEqualTo(input.length));
    }
  }

  private static void name(byte[] input) {
    String name = new String(input, ISO_8859_1);
    PageType.of(name).ifPresent(type -> Names.numbered(type.stem()));
    Container.isArchive(name);
    ArchiveFinder.isIndex(name);
    assertThat(Names.escape(name)).matches("[\\x21-\\x7e]*");
  }

  private static Path write(Path folder, String name, byte[] input) throws IOException {
    Files.createDirectories(folder);
    return Files.write(folder.resolve(name), input);
  }
}
