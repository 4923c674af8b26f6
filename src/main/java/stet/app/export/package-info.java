/** What is handed on: articles in standard form, bundles of evidence. */
@org.jspecify.annotations.NullMarked
package stet.app.export;
