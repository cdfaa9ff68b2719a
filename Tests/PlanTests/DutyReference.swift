/// What every measure of the ministry's plan asks, as it was decided row by row, to compare the data with.
///
/// A row is `measure = coverage rule`; below it each duty: name, debtor, cycle or event, due, evidence (`!`: bulk).
enum DutyReference {
  static let rows = """
    II-1-1-1 = share
      a each-manager fiscal-year eop hand.document
    II-1-1-2 = share
      a each-executive fiscal-year eop hand.session
      b each-executive people.executive-appointment d60 hand.session
    II-1-1-3 = share
      a head:headed half eop hand.report
    II-1-2-1 = held=1
      a personnel summer d30 hand.session
    II-1-2-R4 = held=2
      a personnel fiscal-year eop hand.session
    II-1-2-2 = share
      a personnel people.manager-promotion d180 hand.date!
    II-1-2-3 = held=1
      a personnel fiscal-year eop hand.share
    II-1-2-4 = share
      a superior:manager evaluation d60 hand.date!
    II-1-2-5 = share
      a personnel evaluation d60 hand.share
    II-1-2-6 = share
      a personnel half eop hand.share
    II-1-3i-1 = share
      a head:divisions half eop hand.report
    II-1-3i-2 = share
      a head:divisions half eop hand.report
    II-1-3i-3 = in_place=24
      a personnel fiscal-year eop hand.document
    II-1-3i-4 = share
      a superior:subject people.transfer d30 hand.date!
    II-1-3i-5 = share
      a superior:subject people.transfer d30 hand.date!
    II-1-3i-6 = in_place=24
      a personnel fiscal-year eop hand.document
    II-1-3ii-1 = share
      a superior:staff evaluation d30 hand.date!
    II-1-3ii-2 = share
      a superior:staff fiscal-year eop hand.date!
    II-1-3ii-3 = share
      a personnel half eop hand.share
    II-1-3ii-4a = held=1
      a personnel fiscal-year eop hand.share
    II-1-3ii-4b = share
      a personnel people.transfer d30 hand.date!
    II-1-3ii-4c = share
      a personnel people.transfer d30 hand.date!
    II-1-3ii-5 = held=1
      a personnel fiscal-year eop hand.report
    II-1-3ii-6 = share
      a superior:staff evaluation d30 hand.date!
    II-1-3ii-7 = share
      a head:divisions half eop hand.share
      b secretariat fiscal-year eop hand.document
    II-1-3ii-8 = share
      a personnel fiscal-year eop hand.share
    II-1-3ii-10 = share
      a superior:subject people.transfer d60 hand.date!
    II-1-3ii-11 = share
      a head:divisions fiscal-year eop hand.share
    II-1-3ii-13 = held=1
      a personnel fiscal-year eop hand.report
    II-1-3ii-14 = share
      a superior:subject people.transfer d90 hand.date!
    II-2-1-2 = share
      a head:divisions half eop hand.share
    II-2-1-4 = share
      a superior:manager evaluation d60 hand.date!
    II-2-2-1 = units-with-any
      a head:divisions half eop hand.report
    II-2-2-2 = share
      a each-section-head fiscal-year eop hand.document
    II-2-2-3 = units-with-any
      a head:divisions fiscal-year eop hand.report
    II-2-2-4 = units-with-any
      a head:divisions fiscal-year eop hand.count
    II-2-2-R4 = units-with-any
      a head:divisions half eop hand.count
    II-2-2-5 = held=1
      a secretariat fiscal-year eop hand.session
    II-2-2-6 = held=2
      a secretariat half eop hand.report
    II-2-3-1 = held=2
      a secretariat half eop hand.count
    II-2-3-2 = in_place=12
      a secretariat fiscal-year eop hand.report
    II-2-3-3 = held=2
      a secretariat half eop hand.session
    II-2-3-4 = held=1
      a secretariat fiscal-year eop hand.session
    II-2-3-5 = units-with-any
      a head:divisions fiscal-year eop hand.report
    III-1-1-1 = share
      a head:bureaus half d30 hand.share
    III-1-1-2 = share
      a head:bureaus half d30 hand.share
    III-1-1-3 = share
      a head:bureaus half d30 hand.share
    III-1-2-a = share
      a head:divisions half d30 hand.share
    III-1-3-1 = share
      a head:bureaus half d30 hand.report
    III-1-3-2 = share
      a head:bureaus half d30 hand.share
    III-2-1-a = held=2
      a personnel half eop hand.share
    III-2-1-b = figures
    III-2-2-a = share
      a head:divisions quarter d15 hand.share
    III-2-2-b = figures
    III-2-3-a = held=1
      a personnel fiscal-year d60 hand.document
    III-2-3-b = share
      a head:unit working-time.limit-exceeded m6 hand.document
    III-2-4-a = held=1
      a personnel fiscal-year eop hand.report
    III-2-4-b = held=1
      a personnel fiscal-year eop hand.report
    III-3-1-a = share
      a personnel half d30 hand.share
    III-3-1-b = held=1
      a personnel fiscal-year d60 hand.share
    III-3-1-c = share
      a personnel half d30 hand.share
    III-3-2-1-a = share
      a head:divisions half d30 hand.share
    III-3-2-1-b = units-with-any
      a head:divisions half d30 hand.count
    III-3-2-2 = share
      a personnel half d30 hand.share
    III-3-2-3-a = share
      a personnel people.relocation d30 hand.date!
    III-3-2-3-b = held=1
      a personnel fiscal-year eop hand.report
    III-3-2-4 = share
      a head:divisions summer d15 hand.share
      b head:divisions fiscal-year eop hand.share
    III-3-2-5-a = in_place=12
      a personnel half eop hand.document
    III-3-2-5-b = in_place=24
      a personnel fiscal-year eop hand.count
    III-3-3-a = share
      a personnel half d30 hand.share
    III-3-3-b = share
      a personnel half d30 hand.share
    III-3-3-c = held=1
      a personnel fiscal-year eop hand.session
    III-3-3-d = share
      a personnel half d30 hand.share
    III-3-3-e = held=1
      a personnel fiscal-year eop hand.report
    III-3-3-f = share
      a personnel half d30 hand.share
    III-3-3-g = in_place=12
      a personnel half eop hand.document
    III-3-3-h = held=1
      a personnel fiscal-year eop hand.session
    IV-0-a = figures
    IV-0-b = figures
    IV-1-1-a = held=1
      a personnel fiscal-year eop hand.session
    IV-1-2-a = held=1
      a personnel fiscal-year eop hand.share
    IV-1-3-a = share
      a personnel half d30 hand.share
    IV-2-1-1 = held=1
      a personnel fiscal-year eop hand.document
    IV-2-1-2-a = held=1
      a personnel fiscal-year eop hand.report
    IV-2-1-2-b = held=1
      a personnel fiscal-year eop hand.count
    IV-2-1-2-e = share
      a personnel half eop hand.share
    IV-2-2-a = held=1
      a personnel fiscal-year eop hand.session
    IV-2-3-a = held=1
      a personnel fiscal-year eop hand.session
    IV-2-4-a = share
      a personnel half d30 hand.count
    V-1-a = held=2
      a secretariat half eop committee.meeting
    V-1-b = in_place=12
      a secretariat fiscal-year d60 hand.document
    V-2-a = share
      a head:bureaus summer d45 hand.report
      b secretariat fiscal-year eop hand.document
    V-3-a = held=1
      a secretariat fiscal-year eop hand.count
    V-3-b = held=1
      a secretariat fiscal-year eop hand.share
    V-4-a = held=1
      a secretariat fiscal-year m6 plan.follow-up
    V-5-a = in_place=24
      a secretariat fiscal-year eop hand.document
    """
}
