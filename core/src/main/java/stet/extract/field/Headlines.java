package stet.extract.field;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stet.extract.date.DateReader;
import stet.extract.date.FoundDate;
import stet.extract.page.HtmlPage;
import stet.extract.page.LinkedData;
import stet.extract.page.Passage;
import stet.text.CleanText;
import stet.text.FoldedText;

/** Finds the headline: the page's own heading where it agrees with what the head declares. */
public final class Headlines {
  /** The headline, the rule that found it, and its passage on the page where it is visible. */
  public record Found(String text, String rule, @Nullable Passage passage) {}

  /** Fewer letters say too little to tell a headline by. */
  private static final int SHORTEST = 12;

  private static final Pattern TITLE_PARTS = Pattern.compile("\\s+[|\\-–—·«»‹›•]\\s+|\\s*[|»]\\s*");
  private static final Pattern TITLE_TAIL = Pattern.compile("[\\s|\\-–—·«»‹›•]+$");
  private static final Pattern KICKER_SIGN = Pattern.compile("[:|–—]");
  private static final Pattern TITLE_SIGN = Pattern.compile("\\s(?:[-–—|·•»>]|::|//)\\s+$");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s:|–—-]+");

  private Headlines() {}

  public static Found find(HtmlPage page, List<LinkedData.Node> articles) {
    Found post = Mastheads.below(page);
    if (post != null) {
      return post;
    }
    String declared = declared(page, articles);
    List<String> all = declarations(page, articles, declared);
    Passage heading = heading(page, all);
    if (heading != null) {
      return withoutKicker(heading, all, page);
    }
    if (!declared.isEmpty()) {
      return new Found(declared, "declared", null);
    }
    String hint = CleanText.of(page.source().titleHint());
    return new Found(hint, hint.isEmpty() ? "none" : "index beside the file", null);
  }

  /** Everything that the head calls the headline. */
  private static List<String> declarations(
      HtmlPage page, List<LinkedData.Node> articles, String declared) {
    List<String> all = new ArrayList<>(List.of(declared));
    for (String meta : List.of("og:title", "twitter:title")) {
      all.add(withoutSite(page.head().meta(meta), page));
    }
    for (LinkedData.Node node : articles) {
      all.add(node.rank() == 3 ? CleanText.of(node.text("headline")) : "");
    }
    all.removeIf(text -> FoldedText.letters(text).length() < SHORTEST);
    return all;
  }

  /** A kicker set into the heading goes where the head states the headline without it. */
  private static Found withoutKicker(Passage heading, List<String> declarations, HtmlPage page) {
    String letters = FoldedText.letters(heading.text());
    for (String declared : declarations) {
      String tail = FoldedText.letters(declared);
      if (letters.length() > tail.length() && letters.endsWith(tail)) {
        return new Found(declared, "heading without its kicker", heading);
      }
      if (joined(heading, declared)) {
        return new Found(declared, "heading as the head punctuates it", heading);
      }
    }
    return new Found(undated(heading.text(), declarations, page), "heading", heading);
  }

  /** A day set before the headline's words goes where the head states the headline without it. */
  private static String undated(String heading, List<String> declarations, HtmlPage page) {
    Optional<FoundDate> date = DateReader.first(heading, page.dates());
    if (date.isEmpty() || date.get().start() > 0) {
      return heading;
    }
    String rest = heading.substring(date.get().end()).replaceFirst("^[\\s:,|–—-]+", "");
    boolean apart = declarations.stream().noneMatch(d -> d.contains(date.get().printed()));
    return apart && FoldedText.letters(rest).length() >= SHORTEST ? rest : heading;
  }

  /**
   * Whether the head sets a sign between kicker and headline where the page breaks the line, or has
   * the kicker of which the heading shows nothing but the sign.
   */
  private static boolean joined(Passage heading, String declared) {
    if (KICKER_SIGN.matcher(heading.text()).lookingAt()) {
      return FoldedText.letters(declared).endsWith(heading.letters());
    }
    return declared.length() > heading.text().length()
        && SEPARATORS
            .matcher(declared)
            .replaceAll("")
            .equals(SEPARATORS.matcher(heading.text()).replaceAll(""));
  }

  private static String declared(HtmlPage page, List<LinkedData.Node> articles) {
    for (LinkedData.Node node : articles) {
      if (node.rank() == 3 && !node.text("headline", "name").isEmpty()) {
        return CleanText.of(node.text("headline", "name"));
      }
    }
    String meta = page.head().meta("og:title", "twitter:title", "dc.title", "headline", "title");
    String title = meta.isEmpty() ? page.head().title() : meta;
    String headline = page.head().meta("headline");
    boolean whole = headline.length() >= SHORTEST && title.startsWith(headline);
    return whole ? headline : withoutSite(title, page);
  }

  /** Cuts the site's name off a title: the shorter outer part beside a separator. */
  static String withoutSite(String title, HtmlPage page) {
    String site = FoldedText.letters(page.head().meta("og:site_name", "application-name"));
    String host = page.host().startsWith("www.") ? page.host().substring(4) : page.host();
    int ending = host.lastIndexOf('.');
    String name = FoldedText.letters(ending < 0 ? host : host.substring(0, ending));
    String cut = title;
    for (int i = 0; i < 3; i++) {
      String[] parts = TITLE_PARTS.split(cut);
      if (parts.length < 2) {
        return cut;
      }
      String last = parts[parts.length - 1];
      String letters = FoldedText.letters(last);
      boolean names =
          letters.isEmpty()
              || letters.equals(site)
              || !site.isEmpty() && (site.contains(letters) || letters.contains(site))
              || name.length() > 2 && (letters.contains(name) || name.contains(letters));
      if (!names) {
        return cut;
      }
      int at = cut.lastIndexOf(last);
      cut = TITLE_TAIL.matcher(cut.substring(0, at)).replaceFirst("");
    }
    return cut;
  }

  /** The h1, or the heading, that says what the head declares; else the only h1. */
  private static @Nullable Passage heading(HtmlPage page, List<String> declarations) {
    List<String> wanted = declarations.stream().map(FoldedText::letters).distinct().toList();
    Passage best = null;
    double bestScore = 0;
    int firsts = 0;
    for (Passage passage : page.passages()) {
      if (passage.kind() != Passage.Kind.HEADING || passage.level() > 2) {
        continue;
      }
      firsts += passage.level() == 1 ? 1 : 0;
      String letters = passage.letters();
      double score = wanted.stream().mapToDouble(w -> similarity(letters, w)).max().orElse(0);
      score += passage.level() == 1 ? 0.2 : 0;
      if (score > bestScore) {
        best = passage;
        bestScore = score;
      }
    }
    boolean alike = bestScore > 0.6;
    Passage tail = alike ? null : tail(page, declarations);
    boolean alone = best != null && best.level() == 1 && firsts == 1 && telling(best, page);
    Passage shown = alike || alone ? best : verbatim(page, wanted);
    return tail == null ? shown : tail;
  }

  /** A heading that says what stands in a title behind the site's name or the section. */
  private static @Nullable Passage tail(HtmlPage page, List<String> declarations) {
    for (Passage passage : page.passages()) {
      String heading = passage.text();
      if (passage.kind() == Passage.Kind.HEADING
          && passage.letters().length() >= SHORTEST
          && declarations.stream().anyMatch(title -> behindSign(title, heading))) {
        return passage;
      }
    }
    return null;
  }

  private static boolean behindSign(String title, String heading) {
    int at = title.length() - heading.length();
    return at > 0 && title.endsWith(heading) && TITLE_SIGN.matcher(title.substring(0, at)).find();
  }

  /** A lower heading that says just what the head declares. */
  private static @Nullable Passage verbatim(HtmlPage page, List<String> wanted) {
    for (Passage passage : page.passages()) {
      boolean heading = passage.kind() == Passage.Kind.HEADING && passage.level() > 2;
      if (heading && wanted.contains(passage.letters())) {
        return passage;
      }
    }
    return null;
  }

  /** A short first heading is more often the paper's name, unless the title says it too. */
  private static boolean telling(Passage heading, HtmlPage page) {
    String letters = FoldedText.letters(heading.text());
    String title = page.head().title();
    return heading.text().length() > 12
        || title.isEmpty() && letters.length() > 3
        || letters.length() > 3 && FoldedText.letters(withoutSite(title, page)).equals(letters);
  }

  /** 1 for equal texts, the shared share where one holds the other, 0 otherwise. */
  private static double similarity(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    if (a.equals(b)) {
      return 1;
    }
    boolean holds = a.contains(b) || b.contains(a);
    double ratio = (double) Math.min(a.length(), b.length()) / Math.max(a.length(), b.length());
    return holds ? ratio : words(a, b);
  }

  private static double words(String a, String b) {
    Set<String> grams = new HashSet<>();
    for (int i = 0; i + 4 <= a.length(); i++) {
      grams.add(a.substring(i, i + 4));
    }
    int shared = 0;
    int all = 0;
    for (int i = 0; i + 4 <= b.length(); i++) {
      all++;
      shared += grams.contains(b.substring(i, i + 4)) ? 1 : 0;
    }
    return all == 0 ? 0 : (double) shared / Math.max(all, grams.size());
  }
}
