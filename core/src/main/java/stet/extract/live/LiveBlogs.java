package stet.extract.live;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import stet.article.LiveBlog;
import stet.article.StatedDate;
import stet.article.StatedDate.Role;
import stet.extract.date.DateReader;
import stet.extract.date.Moment;
import stet.extract.date.Plausible;
import stet.extract.field.Headlines;
import stet.extract.page.HtmlPage;
import stet.extract.page.LinkedData;
import stet.extract.page.Passage;
import stet.extract.words.Texts;
import stet.text.CleanText;
import stet.text.FoldedText;
import tools.jackson.databind.JsonNode;

/** Tells live blogs, and parts them into their posts. */
public final class LiveBlogs {
  private static final Evaluator TIMES = QueryParser.parse("time");

  /** The letters of a stated post, so many, tell which text is its own. */
  private static final int MOST_STATED = 400_000;

  private final HtmlPage page;
  private final List<Passage> story;
  private final int headline;
  private final Map<String, JsonNode> stated = new HashMap<>();
  private final Map<String, JsonNode> bodies = new LinkedHashMap<>();
  private boolean declared;

  /** The elements that are posts, or hold some of one. */
  private final Set<Element> held = Collections.newSetFromMap(new IdentityHashMap<>());

  private LiveBlogs(
      HtmlPage page,
      Headlines.Found headline,
      List<LinkedData.Node> articles,
      List<Passage> story) {
    this.headline = headline.passage() == null ? -1 : headline.passage().order();
    this.page = page;
    this.story = story;
    for (LinkedData.Node node : articles) {
      declared |= LinkedData.asText(node.json().get("@type")).endsWith("LiveBlogPosting");
      JsonNode updates = node.json().get("liveBlogUpdate");
      if (updates != null) {
        declared = true;
        updates.forEach(update -> state(update));
      }
    }
  }

  private void state(JsonNode update) {
    String headline = FoldedText.letters(LinkedData.asText(update.get("headline")));
    if (!headline.isEmpty()) {
      stated.putIfAbsent(headline, update);
    }
    String body =
        FoldedText.letters(Texts.head(LinkedData.asText(update.get("articleBody")), 20_000));
    if (body.length() > 20 && bodies.size() * 20 < MOST_STATED) {
      bodies.putIfAbsent(body, update);
    }
  }

  /**
   * A story and how it parts into posts.
   *
   * @param story without the lines that only print a post's time, which the post states
   * @param blog null where the page is no live blog
   * @param held the elements that are posts or hold some of one: their dates are not the article's
   */
  public record Parted(List<Passage> story, @Nullable LiveBlog blog, Set<Element> held) {
    /** The standfirst, empty where it is the summary above the posts, which is told with them. */
    public String dek(String found) {
      boolean told = blog != null && story.stream().anyMatch(p -> p.text().equals(found));
      return told ? "" : found;
    }

    /** Whether an element stands in a post. */
    public boolean holds(Element element) {
      return !held.isEmpty() && PostRows.above(element, held) != null;
    }
  }

  public static Parted part(
      HtmlPage page,
      Headlines.Found headline,
      List<LinkedData.Node> articles,
      List<Passage> story) {
    LiveBlogs blogs = new LiveBlogs(page, headline, articles, story);
    boolean live =
        blogs.declared
            || LiveWords.titled(headline.text())
            || LiveWords.titled(page.head().title())
            || LiveWords.titled(page.url().replaceAll("[-_/.?=&]+", " "));
    PostRows.Row row = new PostRows(page, story, live).find();
    Parted parted = row.holders().isEmpty() ? blogs.byStatement() : blogs.byRow(row);
    if (parted.blog != null && parted.blog.posts().size() >= PostRows.FEWEST) {
      return parted;
    }
    LiveBlog blog = blogs.declared ? new LiveBlog(List.of()) : null;
    return new Parted(story, blog, Set.of());
  }

  /** Parts the story where the markup shows its posts. */
  private Parted byRow(PostRows.Row row) {
    PostParting parting = new PostParting(page, story, row, headline);
    List<Passage> told = parting.told();
    List<LiveBlog.Post> posts = new ArrayList<>();
    for (PostParting.Part part : parting.parts()) {
      String headline = heading(told, part.first(), part.count());
      StatedDate time = time(part.holder(), headline, part.line(), part.day());
      posts.add(new LiveBlog.Post(time, headline, part.first(), part.count()));
    }
    Element container = row.holders().get(0).parent();
    boolean more = container != null && LiveWords.older(container);
    return new Parted(told, new LiveBlog(posts, more), parting.held());
  }

  /** Parts the story where only the page's metadata tell which text is which post. */
  private Parted byStatement() {
    List<LiveBlog.Post> posts = new ArrayList<>();
    JsonNode open = null;
    int first = 0;
    for (int i = 0; i <= story.size(); i++) {
      JsonNode update = i == story.size() ? null : statement(story.get(i), open);
      if (update == open) {
        continue;
      }
      if (open != null) {
        posts.add(
            new LiveBlog.Post(
                read(LinkedData.asText(open.get("datePublished")), "json-ld"),
                heading(story, first, i - first),
                first,
                i - first));
      }
      open = update;
      first = i;
    }
    for (LiveBlog.Post post : posts) {
      for (int i = post.first(); i < post.first() + post.count(); i++) {
        held.add(story.get(i).element());
      }
    }
    boolean more = !posts.isEmpty() && LiveWords.older(container(story.get(posts.get(0).first())));
    return new Parted(story, new LiveBlog(posts, more), held);
  }

  private static Element container(Passage passage) {
    Element parent = passage.element().parent();
    return parent == null ? passage.element() : parent;
  }

  private @Nullable JsonNode statement(Passage passage, @Nullable JsonNode open) {
    JsonNode headed = stated.get(passage.letters());
    if (headed != null) {
      return headed;
    }
    for (Map.Entry<String, JsonNode> body : bodies.entrySet()) {
      if (body.getKey().contains(passage.letters()) && !passage.letters().isEmpty()) {
        return body.getValue();
      }
    }
    return passage.prose() ? null : open;
  }

  private static String heading(List<Passage> told, int first, int count) {
    for (Passage passage : told.subList(first, first + count)) {
      if (passage.kind() == Passage.Kind.HEADING) {
        return passage.text();
      }
    }
    return "";
  }

  private @Nullable StatedDate time(
      @Nullable Element holder, String headline, String line, @Nullable LocalDate day) {
    JsonNode update = stated.get(FoldedText.letters(headline));
    if (update != null) {
      StatedDate said = read(LinkedData.asText(update.get("datePublished")), "json-ld");
      if (said != null) {
        return said;
      }
    }
    Element time = holder == null ? null : holder.selectFirst(TIMES);
    StatedDate marked = time == null ? null : read(time.attr("datetime"), "time");
    if (marked != null && marked.precision().hasTime()) {
      return marked;
    }
    String text = line.isEmpty() && time != null ? CleanText.of(time.text()) : line;
    return PostTimes.stated(text, day, page)
        .filter(m -> Plausible.date(m, page.dates()))
        .map(m -> m.stated(Role.PUBLISHED, Texts.head(text, 40), "line of the post"))
        .orElse(marked);
  }

  private @Nullable StatedDate read(String value, String evidence) {
    Optional<Moment> moment = DateReader.machine(value, page.dates());
    return moment
        .filter(m -> Plausible.date(m, page.dates()))
        .map(m -> m.stated(Role.PUBLISHED, value, evidence + " of the post"))
        .orElse(null);
  }
}
