package stet.withhold;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Byline;
import stet.article.Caption;
import stet.article.Image;
import stet.article.LiveBlog;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.article.Statements;

/** A version with a tombstone in the place of each passage that is withheld from it. */
final class Redaction {
  /** What is left of a tombstone for rules that judge words. */
  private static final String UNSPOKEN = "[withheld words]";

  private final UnaryOperator<String> rule;

  private Redaction(UnaryOperator<String> rule) {
    this.rule = rule;
  }

  Redaction(List<Withheld> marks) {
    this(
        text -> {
          String now = text;
          for (Withheld mark : marks) {
            now = mark.redacted(now);
          }
          return now;
        });
  }

  static ArticleVersion unspoken(ArticleVersion version, List<String> tombstones) {
    return new Redaction(
            text -> {
              String now = text;
              for (String tombstone : tombstones) {
                now = now.replace(tombstone, UNSPOKEN);
              }
              return now;
            })
        .of(version);
  }

  ArticleVersion of(ArticleVersion v) {
    return new ArticleVersion(
        new ArticleHead(
            text(v.headline()),
            text(v.dek()),
            new Byline(text(v.byline().printed()), texts(v.byline().authors())),
            text(v.dateline()),
            text(v.section())),
        new ArticleContent(
            v.body().stream().map(this::block).toList(),
            v.captions().stream().map(c -> new Caption(text(c.text()), text(c.credit()))).toList(),
            v.images().stream().map(i -> new Image(address(i.url()), text(i.alt()))).toList(),
            live(v.liveBlog())),
        new Statements(
            v.notices().stream().map(this::notice).toList(), dates(v.dates()), dates(v.updates())),
        v.textLanguage(),
        address(v.canonicalUrl()),
        v.extractor());
  }

  private List<String> texts(List<String> texts) {
    return texts.stream().map(this::text).toList();
  }

  private Block block(Block block) {
    String text = text(block.text());
    if (block instanceof Block.Subhead s) {
      return new Block.Subhead(text, s.level(), s.lang());
    } else if (block instanceof Block.ListItem i) {
      return new Block.ListItem(text, i.depth(), i.ordered(), i.lang());
    }
    return block instanceof Block.Quote q
        ? new Block.Quote(text, q.lang())
        : new Block.Paragraph(text, block.lang());
  }

  private @Nullable LiveBlog live(@Nullable LiveBlog blog) {
    return blog == null
        ? null
        : new LiveBlog(
            blog.posts().stream()
                .map(
                    p ->
                        new LiveBlog.Post(date(p.time()), text(p.headline()), p.first(), p.count()))
                .toList(),
            blog.more());
  }

  private Notice notice(Notice notice) {
    return new Notice(notice.kind(), text(notice.text()), date(notice.date()));
  }

  private List<StatedDate> dates(List<StatedDate> dates) {
    List<StatedDate> all = new ArrayList<>();
    for (StatedDate d : dates) {
      all.add(dated(d));
    }
    return all;
  }

  private @Nullable StatedDate date(@Nullable StatedDate d) {
    return d == null ? null : dated(d);
  }

  private StatedDate dated(StatedDate d) {
    return new StatedDate(
        d.role(),
        text(d.printed()),
        d.local(),
        d.offset(),
        d.precision(),
        text(d.evidence()),
        d.zoneReason(),
        d.form(),
        d.width());
  }

  /** An address that has the words in it is left out: half of it leads nowhere. */
  private String address(String address) {
    return text(address).equals(address) ? address : "";
  }

  private String text(String text) {
    return rule.apply(text);
  }
}
