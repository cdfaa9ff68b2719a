/// 見える化サイトの欄 – what is not known for certain of the government's site.
enum SiteHeadings {
  /// What the page says of it.
  ///
  /// The headings themselves stand in `DisclosureCells` and `ImplementationLayout` alone.
  static let caution = "見出しの文字と「目標項目」の文字数の上限は、見える化サイトの現物で確かめていません。載せる前に照らし合わせてください。"
}
