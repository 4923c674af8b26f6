package stet.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import stet.article.ArticleVersion;
import stet.diff.judge.EditJudge;
import stet.diff.judge.Facts;
import stet.diff.judge.Judged;
import stet.diff.judge.JudgedRevision;
import stet.diff.judge.Sight;
import stet.diff.standard.Differs;
import stet.extract.Extraction;
import stet.extract.Extractor;
import stet.extract.Page;
import stet.extract.read.Extractors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is called silent, and what is marked, held against what a publisher itself admits. */
class ChangeNotesTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final Path CASES = DATA.resolve("labelled/govuk-change-notes/cases.jsonl");

  /** Reading all of the pages takes longer than the rest of the package; 1 reads them all. */
  private static final int EVERY = Integer.getInteger("stet.notes.every", 4);

  /** Little words of English, as the pages are. */
  private static final Set<String> COMMON =
      Set.of(
          ("about above after again also although another around because been before being below"
                  + " between both cannot could does doing down during each either else ever every"
                  + " few from further have having here hers herself himself however into itself"
                  + " just less like many more most much must myself neither only other ours over"
                  + " same shall should since some such than that their theirs them themselves then"
                  + " there these they this those though through under until upon very were what"
                  + " when where whether which while whose will with within without would your"
                  + " yours next last never often once still already even back well made make may"
                  + " might onto along among per via across against near off out own too")
              .split(" "));

  private final Extractor extractor = Extractors.standard();
  private final Map<String, Optional<ArticleVersion>> read = new HashMap<>();

  private int admitted;
  private int admittedSilent;
  private int unadmitted;
  private int unadmittedSilent;
  private int notes;
  private int notesFound;
  private int terms;
  private int termsInText;
  private int termsMarked;
  private int withNotice;
  private int unexplained;
  private int unexplainedSharing;

  @Test
  void silenceAndMarksAgreeWithThePublishersOwnHistory() throws IOException {
    assumeTrue(Files.exists(CASES), "the cases are not here: " + CASES);
    List<String> cases = Files.readAllLines(CASES);
    for (int i = 0; i < cases.size(); i += EVERY) {
      JsonNode test = JsonMapper.shared().readTree(cases.get(i));
      Optional<ArticleVersion> before = version(test.path("before").asString(""));
      Optional<ArticleVersion> after = version(test.path("after").asString(""));
      if (before.isPresent() && after.isPresent()) {
        Sight sight =
            new Sight(
                capturedAt(test.path("before").asString("")),
                capturedAt(test.path("after").asString("")),
                before.get());
        add(test.path("expected").path("official_updates"), sight, after.get());
      }
    }
    System.out.printf(
        "change notes: admitted %d, of them silent %d; changed words unadmitted %d, silent %d;"
            + " notes with numbers or names %d, one of them marked in %d; %d such words, %d in"
            + " either text, %d marked%n",
        admitted,
        admittedSilent,
        unadmitted,
        unadmittedSilent,
        notes,
        notesFound,
        terms,
        termsInText,
        termsMarked);
    System.out.printf(
        "change notes: %d with a notice beside changed words, %d called unexplained, %d of them"
            + " share a content word with the change%n",
        withNotice, unexplained, unexplainedSharing);
    assertThat(unexplainedSharing).as("unexplained, and a content word shared").isZero();
    assertThat(admittedSilent).as("admitted and called silent").isZero();
    assertThat(unadmittedSilent).as("unadmitted and called silent").isEqualTo(unadmitted);
    assertThat((double) termsMarked / termsInText).as("marked words of notes").isGreaterThan(0.5);
  }

  private void add(JsonNode updates, Sight sight, ArticleVersion after) {
    if (!updates.isArray()) {
      return;
    }
    ArticleVersion before = sight.lastBefore();
    Revision revision = Differs.standard().diff(before, after);
    JudgedRevision judged = JudgedRevision.of(before, after, revision).seen(sight);
    Label.Kind disclosure = Differs.labeller().label(judged, List.of()).get(0).kind();
    boolean silent = disclosure == Label.Kind.SILENT;
    explained(judged);
    if (updates.isEmpty()) {
      unadmitted += judged.facts().isSubstantive() ? 1 : 0;
      unadmittedSilent += silent ? 1 : 0;
      return;
    }
    admitted++;
    admittedSilent += silent ? 1 : 0;
    Set<String> telling = telling(updates.get(0).path(1).asString(""));
    if (!telling.isEmpty() && judged.facts().isSubstantive()) {
      count(telling, words(BodyText.of(before) + '\n' + BodyText.of(after)), marked(revision));
    }
  }

  /** Holds what is called unexplained against a plain reading: words in common, endings cut off. */
  private void explained(JudgedRevision judged) {
    Facts facts = judged.facts();
    List<Judged> words = facts.edits.stream().filter(Judged::isSubstantive).toList();
    if (facts.notices().isEmpty() || words.isEmpty()) {
      return;
    }
    withNotice++;
    boolean claimed =
        Differs.labeller().label(judged, List.of()).stream()
            .anyMatch(l -> l.kind() == Label.Kind.UNEXPLAINED);
    Set<String> changed = new HashSet<>();
    words.forEach(j -> changed.addAll(stems(j.edit().before() + ' ' + j.edit().after())));
    Set<String> shared = new HashSet<>();
    facts.notices().forEach(n -> shared.addAll(stems(n.after())));
    shared.retainAll(changed);
    unexplained += claimed ? 1 : 0;
    unexplainedSharing += claimed && !shared.isEmpty() ? 1 : 0;
  }

  private static Set<String> stems(String text) {
    Set<String> stems = new HashSet<>();
    for (String word : text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (!COMMON.contains(word) && (word.length() > 3 || word.matches("\\d+"))) {
        stems.add(word.replaceAll("(?<=.{4})(?:ing|ed|es|s)$", ""));
      }
    }
    return stems;
  }

  private void count(Set<String> telling, Set<String> text, Set<String> marked) {
    notes++;
    notesFound += telling.stream().anyMatch(marked::contains) ? 1 : 0;
    terms += telling.size();
    termsInText +=
        (int) telling.stream().filter(w -> text.contains(w) || marked.contains(w)).count();
    termsMarked += (int) telling.stream().filter(marked::contains).count();
  }

  /** Numbers of a note, and words with a capital inside its sentences. */
  private static Set<String> telling(String note) {
    Set<String> telling = new HashSet<>();
    boolean first = true;
    for (String word : note.split("\\s+")) {
      for (String bare : EditJudge.words(word)) {
        int c = bare.codePointAt(0);
        if (bare.chars().anyMatch(Character::isDigit) || (!first && Character.isUpperCase(c))) {
          telling.add(EditJudge.lower(bare));
        }
      }
      first = word.endsWith(".") || word.endsWith(":");
    }
    return telling;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    EditJudge.words(text).forEach(w -> words.add(EditJudge.lower(w)));
    return words;
  }

  private static Set<String> marked(Revision revision) {
    List<Delta> deltas = new ArrayList<>();
    revision.hunks().forEach(h -> deltas.addAll(h.deltas()));
    revision.fields().stream()
        .filter(f -> f.field() != FieldChange.Field.NOTICE && !f.field().isStatedDate())
        .forEach(f -> deltas.addAll(f.deltas()));
    Set<String> marked = new HashSet<>();
    deltas.stream()
        .filter(Delta::isChange)
        .forEach(d -> marked.addAll(words(d.before() + ' ' + d.after())));
    return marked;
  }

  /** A file's name has the time: {@code 003__2021-02-12T09-07-19Z.html.gz}. */
  private static Instant capturedAt(String path) {
    String time = path.substring(path.indexOf("__") + 2, path.indexOf('Z', path.indexOf("__")) + 1);
    return Instant.parse(time.substring(0, 11) + time.substring(11).replace('-', ':'));
  }

  private Optional<ArticleVersion> version(String path) {
    return read.computeIfAbsent(path, this::extract);
  }

  private Optional<ArticleVersion> extract(String path) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(DATA.resolve(path)))) {
      Page page =
          new Page("https://www.gov.uk/a", "text/html", capturedAt(path), "", in.readAllBytes());
      return extractor.extract(page) instanceof Extraction.Article article
          ? Optional.of(article.version())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
