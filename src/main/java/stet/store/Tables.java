package stet.store;

import stet.sqlite.Sql;

/** The tables of a collection, one class for each model. */
public final class Tables {
  private final WarcFileTable warcFiles;
  private final PayloadTable payloads;
  private final ArticleTable articles;
  private final AddressTable addresses;
  private final HintTable hints;
  private final StateTable states;
  private final CaptureTable captures;
  private final VersionTable versions;
  private final RevisionTable revisions;
  private final SearchTable search;
  private final EditTable edits;
  private final ChangeTable changes;
  private final CommonBlocks commonBlocks;
  private final ArticleLines lines;
  private final WithheldTable withheld;
  private final PictureTable pictures;

  /**
   * @param states so many of them are kept in memory
   */
  Tables(Sql sql, int states) {
    warcFiles = new WarcFileTable(sql);
    payloads = new PayloadTable(sql, warcFiles);
    articles = new ArticleTable(sql);
    addresses = new AddressTable(sql);
    hints = new HintTable(sql);
    this.states = new StateTable(sql, new BlockTable(sql), states);
    captures = new CaptureTable(sql, warcFiles);
    versions = new VersionTable(sql);
    revisions = new RevisionTable(sql);
    search = new SearchTable(sql);
    edits = new EditTable(sql);
    changes = new ChangeTable(sql);
    commonBlocks = new CommonBlocks(sql);
    lines = new ArticleLines(sql);
    withheld = new WithheldTable(sql, warcFiles);
    pictures = new PictureTable(sql, warcFiles);
  }

  /** WARC files and how far each is indexed. */
  public WarcFileTable warcFiles() {
    return warcFiles;
  }

  /** Distinct payloads and where they lie. */
  public PayloadTable payloads() {
    return payloads;
  }

  /** Pictures of pages. */
  public PictureTable pictures() {
    return pictures;
  }

  /** What of captures is withheld. */
  public WithheldTable withheld() {
    return withheld;
  }

  /** Tracked articles. */
  public ArticleTable articles() {
    return articles;
  }

  /** Addresses, and which address each of them stands for. */
  public AddressTable addresses() {
    return addresses;
  }

  /** Links between addresses that only the text can confirm. */
  public HintTable hints() {
    return hints;
  }

  /** Revisions of all articles, newest first. */
  public EditTable edits() {
    return edits;
  }

  /** Distinct states of articles. */
  public StateTable states() {
    return states;
  }

  /** Captures. */
  public CaptureTable captures() {
    return captures;
  }

  /** Versions. */
  public VersionTable versions() {
    return versions;
  }

  /** Revisions with their labels. */
  public RevisionTable revisions() {
    return revisions;
  }

  /** Search over all text. */
  public SearchTable search() {
    return search;
  }

  /** What a list of articles says of each. */
  public ArticleLines lines() {
    return lines;
  }

  /** Which blocks stand on several articles of an outlet. */
  public CommonBlocks commonBlocks() {
    return commonBlocks;
  }

  /** Which articles changed last. */
  public ChangeTable changes() {
    return changes;
  }

  /** Drops what was remembered from a transaction that was rolled back. */
  void forget() {
    warcFiles.forget();
    states.forget();
  }
}
