package stet.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import stet.capture.Digest;
import stet.text.VisibleText;

/**
 * Fingerprints of a version: 16 bytes of SHA-256 over its parts, each with its length in front, so
 * that no two different lists of parts are fed alike.
 */
public final class ArticleDigest {
  private static final Pattern FORMAT =
      Pattern.compile("\\.(?:jpe?g|png|webp|avif)((?:\\?.*)?)$", Pattern.CASE_INSENSITIVE);

  private final MessageDigest sha = Digest.algorithm();
  private final boolean asServed;

  /**
   * @param asServed whether texts count to the last character, or only as a reader sees them
   */
  private ArticleDigest(boolean asServed) {
    this.asServed = asServed;
  }

  /**
   * The fingerprint of what makes a version another version: the words, the pictures, the notices
   * and the stated moments. Where the evidence was found, how a date is printed, which language was
   * guessed and how a live blog is parted into posts are left out: they can differ between two
   * captures of one unchanged text. So are Unicode's forms and invisible characters, see {@link
   * VisibleText}.
   */
  public static String compared(ArticleVersion v) {
    return shown(v, false);
  }

  private static String shown(ArticleVersion v, boolean asServed) {
    ArticleDigest d = new ArticleDigest(asServed);
    d.add(v.headline(), v.dek(), v.byline().text(), v.dateline(), v.section());
    d.count(v.body().size());
    v.body().forEach(d::add);
    d.count(v.captions().size());
    v.captions().forEach(c -> d.add(c.text(), c.credit()));
    d.count(v.images().size());
    v.images().forEach(i -> d.add(picture(i.url()), i.alt()));
    d.count(v.notices().size());
    v.notices().forEach(n -> d.add(n.kind().name(), n.text()));
    // A time told from the visit runs on with the clock, and makes no version.
    List<StatedDate> dates = v.dates().stream().filter(s -> !s.compared().isEmpty()).toList();
    d.count(dates.size());
    dates.forEach(date -> d.add(date.role().name(), date.compared()));
    return d.hex();
  }

  /** One picture keeps its name when a site serves it in another file format. */
  private static String picture(String url) {
    return FORMAT.matcher(url).replaceFirst("$1");
  }

  /** The fingerprint of all that a version holds. */
  public static String full(ArticleVersion v) {
    ArticleDigest d = new ArticleDigest(true);
    d.add(shown(v, true), v.byline().printed(), v.language(), v.canonicalUrl(), v.extractor());
    d.count(v.isLanguageGuessed() ? 1 : 0);
    v.byline().authors().forEach(d::add);
    v.dates().forEach(d::add);
    d.count(v.updates().size());
    v.updates().forEach(d::add);
    v.notices().forEach(d::add);
    if (v.liveBlog() != null) {
      d.count(v.liveBlog().posts().size());
      v.liveBlog().posts().forEach(d::add);
      d.count(v.liveBlog().more() ? 1 : 0);
    }
    return d.hex();
  }

  /** The fingerprint of one block, its kind and language included. */
  public static String of(Block block) {
    ArticleDigest d = new ArticleDigest(true);
    d.add(block);
    return d.hex();
  }

  /** The fingerprint of one notice, its date included. */
  public static String of(Notice notice) {
    ArticleDigest d = new ArticleDigest(true);
    d.add(notice);
    return d.hex();
  }

  private void add(Notice notice) {
    add(notice.kind().name(), notice.text());
    if (notice.date() != null) {
      add(notice.date());
    }
  }

  private void add(LiveBlog.Post post) {
    add(post.headline());
    count(post.first());
    count(post.count());
    if (post.time() != null) {
      add(post.time());
    }
  }

  private void add(Block block) {
    add(kind(block), block.lang(), block.text());
  }

  private static String kind(Block block) {
    if (block instanceof Block.Subhead s) {
      return "subhead " + s.level();
    } else if (block instanceof Block.ListItem i) {
      return "item " + i.depth() + (i.ordered() ? " numbered" : "");
    }
    if (block instanceof Block.TableRow) {
      return "row";
    }
    return block instanceof Block.Quote ? "quote" : "paragraph";
  }

  private void add(StatedDate date) {
    add(date.role().name(), date.iso(), date.local().toString(), date.printed());
    add(String.valueOf(date.offset()), date.precision().name());
    add(date.evidence(), date.zoneReason());
  }

  private void add(String... parts) {
    for (String part : parts) {
      byte[] bytes = (asServed ? part : VisibleText.of(part)).getBytes(StandardCharsets.UTF_8);
      count(bytes.length);
      sha.update(bytes);
    }
  }

  private void count(int n) {
    sha.update(new byte[] {(byte) (n >>> 24), (byte) (n >>> 16), (byte) (n >>> 8), (byte) n});
  }

  private String hex() {
    return HexFormat.of().formatHex(Arrays.copyOf(sha.digest(), 16));
  }
}
