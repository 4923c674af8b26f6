package stet.report.page;

import java.util.List;

/**
 * The page that lists every outlet.
 *
 * @param outlets a line each
 */
public record OutletsView(Frame frame, List<FrontView.OutletRow> outlets) {}
