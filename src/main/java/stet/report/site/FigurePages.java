package stet.report.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import stet.json.StetJson;
import stet.report.page.Frame;
import stet.report.page.Link;
import stet.report.view.figures.BesideFigures;
import stet.report.view.figures.OutletFigures;
import stet.report.words.Addresses;
import stet.report.words.Pages;
import stet.rows.FigureCsv;
import stet.stats.GroupFigures;
import stet.stats.Grouping;

/** Figures about outlets as files: beside each outlet's page, and of all of them side by side. */
final class FigurePages {
  private static final String PAGE = "figures.html";
  private static final String CSV = "figures.csv";
  private static final String JSON = "figures.json";

  private final LedgerFigures figures;
  private final PageFiles files;

  FigurePages(LedgerFigures figures, PageFiles files) {
    this.figures = figures;
    this.files = files;
  }

  /** Where an outlet's page finds its figures, from its own folder. */
  static OutletFigures.Places places(String outlet) {
    return new OutletFigures.Places(name(outlet, "csv"), name(outlet, "json"), "../" + PAGE);
  }

  private static String name(String outlet, String form) {
    String page = Addresses.outlet(outlet);
    String name = page.substring(page.lastIndexOf('/') + 1);
    return name.substring(0, name.length() - ".html".length()) + "-figures." + form;
  }

  /** The files of an outlet. */
  void writeOutlet(GroupFigures known) throws IOException {
    String outlet = known.group().outlet();
    files.write("o/" + name(outlet, "csv"), bytes(FigureCsv.of(List.of(known))));
    String json = StetJson.stats(known, Grouping.OUTLET).line();
    files.write("o/" + name(outlet, "json"), bytes(json + "\n"));
  }

  /** The page of all outlets, with its files. */
  void writeAll(Frame frame, Collection<String> outlets) throws IOException {
    List<GroupFigures> all = new ArrayList<>();
    outlets.forEach(o -> figures.group(o).ifPresent(all::add));
    BesideFigures beside = new BesideFigures(all, o -> new Link(Addresses.outlet(o), o));
    files.write(PAGE, Pages.render("beside", beside.of(frame, CSV, JSON)));
    files.write(CSV, bytes(FigureCsv.of(all)));
    String json =
        StetJson.page(
                "groups", all.stream().map(g -> StetJson.stats(g, Grouping.OUTLET)).toList(), null)
            .line();
    files.write(JSON, bytes(json + "\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
