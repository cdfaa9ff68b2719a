internal import Markup

/// 公開ページ – one page of the public folder; it works without scripts, without its style and from a disk.
struct PublicPage {
  let title: String
  /// How deep it lies below the folder: 0 for the first page, 1 for pages in a folder below.
  let depth: Int
  let isDraft: Bool
  let body: HTML

  var bytes: [UInt8] {
    let up = Self.up(depth)
    let mark = isDraft ? "（案）" : ""
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, \
      initial-scale=1"><title>\(title)\(mark)</title><link rel="stylesheet"\(attribute: "href", "\(up)style.css")>\
      </head><body><main>\(Self.opening(depth: depth, isIndex: depth == 0, isDraft: isDraft))<h1>\(title)</h1>\(body)</main></body></html>

      """
    return page.bytes
  }

  /// What comes before the title: the way back to the first page, and the mark of a draft.
  static func opening(depth: Int, isIndex: Bool, isDraft: Bool) -> HTML {
    let home: HTML =
      isIndex ? .empty : "<nav><a\(attribute: "href", "\(up(depth))index.html")>もくじ</a></nav>"
    let draft: HTML = isDraft ? "<p class=\"draft\">案：公表前の確認用です。</p>" : .empty
    return "\(home)\(draft)"
  }

  private static func up(_ depth: Int) -> String { depth == 0 ? "" : "../" }

  /// A link to an address outside; plain text where the address is not sound.
  static func external(_ text: String, _ address: String?) -> HTML {
    guard let address, PublicLinks.isSound(address) else { return HTML(text: text) }
    return "<a\(attribute: "href", address) rel=\"noopener noreferrer\">\(text)</a>"
  }

  /// A link to another file of the folder; paths are ours, made of ASCII.
  static func link(_ text: String, _ path: String) -> HTML {
    "<a\(attribute: "href", path)>\(text)</a>"
  }
}
