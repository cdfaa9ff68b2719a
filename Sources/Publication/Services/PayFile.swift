internal import CivilTime
internal import DisclosureRules

/// 給与のファイル – one person a row; it is read, added up and forgotten.
struct PayFile {
  /// The people whose sex is known.
  let people: [PaidPerson]
  /// How many rows were left out because the sex is not stated.
  let leftOut: Int
  /// What must be mended.
  let faults: [PublicationFileFault]

  private static let columns: [PublicationFile.Column] = [
    .init("性別", "sex"), .init("区分", "group"), .init("職位", "band", isRequired: false),
    .init("採用年度", "hired_year", isRequired: false), .init("年間給与", "annual_pay"),
    .init("換算", "full_time_share", isRequired: false),
  ]

  /// Reads the pay of a fiscal year.
  ///
  /// - Throws: `PublicationFileFaults`; `DelimitedTextError`.
  init(_ bytes: [UInt8], year: FiscalYear, scheme: PayBand.Scheme) throws {
    let file = try PublicationFile(bytes, columns: Self.columns)
    var people: [PaidPerson] = []
    var leftOut = 0
    var faults: [PublicationFileFault] = []
    for row in file.rows where faults.count < PublicationFile.mostFaults {
      switch Self.person(row, year, scheme) {
      case .success(let person?): people.append(person)
      case .success(nil): leftOut += 1
      case .failure(let found): faults += found.faults
      }
    }
    self.people = people
    self.leftOut = leftOut
    self.faults = faults
  }

  /// The person of a row; nil for somebody whose sex is not stated.
  private static func person(
    _ row: PublicationFile.Row,
    _ year: FiscalYear,
    _ scheme: PayBand.Scheme
  ) -> Result<PaidPerson?, PublicationFileFaults> {
    var faults: [PublicationFileFault] = []
    let sex = sexWords[row.folded("性別")]
    if sex == nil {
      faults.append(row.fault("性別", "性別が読めません。", "「女」「男」「記載なし」のどれかを入れてください。"))
    }
    let isPermanent = groupWords[row.folded("区分")]
    if isPermanent == nil {
      let remedy = "任期の定めのない常勤職員は「常勤」、ほかは「その他」と入れてください。"
      faults.append(row.fault("区分", "区分が読めません。", remedy))
    }
    let band = band(row, scheme, &faults)
    let years = serviceYears(row, year, &faults)
    let pay = FileNumber.whole(row.folded("年間給与")).flatMap { $0 <= PaidPerson.mostPay ? $0 : nil }
    if pay == nil {
      faults.append(row.fault("年間給与", "年間給与が読めません。", "円の単位で、カンマや小数のない数を入れてください。"))
    }
    let share = share(row, &faults)
    guard let sex, let isPermanent, let pay, let share, faults.isEmpty else {
      return .failure(PublicationFileFaults(faults: faults))
    }
    guard case .side(let side) = sex else { return .success(nil) }
    let person = PaidPerson(
      sex: side,
      isPermanent: isPermanent,
      band: band,
      serviceYears: years,
      annualPay: pay,
      fullTimeShare: share
    )
    return .success(person)
  }

  private static func band(
    _ row: PublicationFile.Row,
    _ scheme: PayBand.Scheme,
    _ faults: inout [PublicationFileFault]
  ) -> PayBand? {
    let text = row.folded("職位")
    if ["", "係員", "clerk", "なし", "none"].contains(text) { return nil }
    let bands = PayBand.allCases.filter { $0.scheme == scheme }
    if let band = bands.first(where: { $0.rawValue == text || $0.japanese == text }) { return band }
    let words = bands.map(\.japanese).joined(separator: "」「")
    faults.append(row.fault("職位", "職位が読めません。", "「\(words)」のどれかを入れるか、空にしてください。"))
    return nil
  }

  /// Years of service by fiscal years, the year of hire being the first.
  private static func serviceYears(
    _ row: PublicationFile.Row,
    _ year: FiscalYear,
    _ faults: inout [PublicationFileFault]
  ) -> Int? {
    let text = row.folded("採用年度")
    if text.utf8.isEmpty { return nil }
    guard let hired = FileNumber.whole(text), (1900...year.startYear).contains(hired) else {
      let remedy = "\(year.startYear)年度までの西暦4桁の年度を入れてください。"
      faults.append(row.fault("採用年度", "採用年度が読めないか、対象の年度より後です。", remedy))
      return nil
    }
    return year.startYear - hired + 1
  }

  private static func share(_ row: PublicationFile.Row, _ faults: inout [PublicationFileFault]) -> Int? {
    let text = row.folded("換算")
    if text.utf8.isEmpty { return 1000 }
    if let share = FileNumber.decimal(text, decimals: 3), (1...1000).contains(share) { return share }
    faults.append(row.fault("換算", "換算が読めません。", "0.001から1までの数を、小数3桁までで入れてください。"))
    return nil
  }

  private enum SexCell {
    case side(PaidPerson.Sex)
    case notStated
  }

  private static let sexWords: [String: SexCell] = [
    "女": .side(.woman), "女性": .side(.woman), "female": .side(.woman), "男": .side(.man), "男性": .side(.man),
    "male": .side(.man), "記載なし": .notStated, "not_stated": .notStated,
  ]

  /// Whether a word means staff without a term who serve full time.
  private static let groupWords = [
    "常勤": true, "任期の定めのない常勤職員": true, "permanent": true, "その他": false,
    "任期の定めのない常勤職員以外の職員": false, "other": false,
  ]
}
