package stet.report.site;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.diff.Revision;
import stet.report.view.Cards;
import stet.report.view.GoneWords;
import stet.report.view.Pictures;
import stet.report.view.Sums;
import stet.report.words.Addresses;
import stet.report.words.TellingEdit;
import stet.timeline.BlameWalk;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;

/** Writes the folder of one article: its page, its revisions, its versions, its feeds and data. */
final class ArticleWriter {
  private final FolderPages pages;
  private final Folder files;
  private final @Nullable Pictures pictures;
  private final Set<Integer> drawn = new HashSet<>();

  ArticleWriter(FolderPages pages, Folder files, @Nullable Pictures pictures) {
    this.pages = pages;
    this.files = files;
    this.pictures = pictures;
  }

  /** Where the files of a folder go, in the order in which they are made. */
  interface Folder {
    /**
     * @throws IOException when the file cannot be written
     */
    void write(String name, byte[] content) throws IOException;
  }

  /** Makes all files of the folder and returns what other pages need of it. */
  PageSet.Note write(Feeds feeds) throws IOException {
    writeCards();
    String sums = writeVersions();
    files.write("index.html", pages.index(sums, drawn));
    for (int group = 1; group <= pages.groups(); group++) {
      files.write(Addresses.older(group), pages.older(group));
    }
    if (pages.hasNotices()) {
      files.write(Addresses.NOTICES, pages.notices());
    }
    writeRevisions();
    List<PageSet.Edit> newest = feeds.article(pages, files);
    files.write(Addresses.PACKED_DATA, SiteData.packed(pages.data()));
    List<String> extractors =
        versions().stream().map(v -> v.state().extractor()).distinct().sorted().toList();
    return new PageSet.Note(pages.line().withoutStrip(), newest, extractors);
  }

  private List<SeenVersion> versions() {
    return pages.timeline().versions();
  }

  /** Writes a picture for each revision of which there is something to show. */
  private void writeCards() throws IOException {
    for (TellingEdit edit : pages.edits()) {
      files.write(Addresses.card(edit.version()), pages.card(edit));
      byte[] png = pictures == null ? null : pictures.png(Cards.of(edit, pages.titled()));
      if (png != null) {
        files.write(Addresses.png(edit.version()), png);
        drawn.add(edit.version());
      }
    }
  }

  private void writeRevisions() throws IOException {
    for (Entry.Revised revised : pages.timeline().revisions()) {
      files.write(Addresses.revision(revised.version()), pages.revision(revised, drawn));
    }
    int latest = versions().size();
    if (latest > 2) {
      files.write(Addresses.FIRST_LATEST, pages.compared(1, latest, "first and latest version"));
    }
  }

  /** Writes a page for each version, and says how much of the first is left in the last. */
  private String writeVersions() throws IOException {
    if (versions().isEmpty()) {
      return "";
    }
    ArticleVersion first = versions().get(0).state();
    BlameWalk ages = new BlameWalk(first);
    GoneWords gone = new GoneWords(first);
    for (SeenVersion version : versions()) {
      int number = version.number();
      if (number > 1) {
        Revision revision = pages.steps().to(number);
        gone.revise(revision, version.state(), number);
        ages.revise(revision, version.state());
      }
      files.write(Addresses.version(number), pages.version(version, ages, gone));
      Optional<byte[]> picture = pages.picture(version);
      if (picture.isPresent()) {
        files.write(Addresses.picture(number), picture.get());
      }
    }
    return Sums.of(pages.timeline(), ages.standing());
  }
}
