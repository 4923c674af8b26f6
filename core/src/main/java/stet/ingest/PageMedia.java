package stet.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Tells what may be an article from what pages are made of: pictures, scripts, feeds. */
final class PageMedia {
  private static final Set<String> PAGES =
      Set.of("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml");

  /** Endings of addresses under which no article lies, whatever the answer says of itself. */
  private static final Set<String> OTHER_ENDINGS =
      Set.of(
          "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico", "bmp", "tif", "tiff", "css",
          "js", "mjs", "map", "json", "jsonld", "xml", "rss", "atom", "txt", "woff", "woff2", "ttf",
          "otf", "eot", "mp3", "mp4", "m4a", "m4v", "m3u8", "ts", "webm", "ogg", "ogv", "wav",
          "avi", "mov", "flv", "swf", "pdf", "zip", "gz", "tgz", "tar", "rar", "7z", "exe", "dmg",
          "doc", "docx", "xls", "xlsx", "ppt", "pptx", "csv", "wasm");

  private PageMedia() {}

  static boolean isPage(String essence) {
    return PAGES.contains(essence);
  }

  /** Whether a page may lie under an address, judged by how its path ends. */
  static boolean mayBePage(String url) {
    String path = url.replaceFirst("^[A-Za-z]+://[^/?#]*", "").split("[?#]", 2)[0];
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 || !OTHER_ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /** Whether bytes of which no type is stated begin like HTML. */
  static boolean looksLikePage(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(512, bytes.length), StandardCharsets.ISO_8859_1)
            .replaceFirst("^\u00ef\u00bb\u00bf", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html")
        || start.startsWith("<html")
        || start.startsWith("<head")
        || start.startsWith("<body")
        || start.startsWith("<!--");
  }
}
