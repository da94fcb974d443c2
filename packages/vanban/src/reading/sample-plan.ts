/** An invented plan of an invented school, for the tests of the reader: every part that the reader looks for, once or twice. */
export const SAMPLE_PLAN = `
ỦY BAN NHÂN DÂN PHƯỜNG AN HÒA
TRƯỜNG TIỂU HỌC HOA BAN
Số: 27/KH-THHB
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
An Hòa, ngày 05 tháng 02 năm 2026

KẾ HOẠCH

Thực hiện công tác bình đẳng giới năm 2026

Căn cứ Quyết định số 1234/QĐ-BGDĐT ngày 20/01/2026 của Bộ Giáo dục và Đào tạo về việc ban hành Kế hoạch bình đẳng giới năm 2026;

Căn cứ Kế hoạch số 45/KH-SGDĐT ngày 28 tháng 01 năm 2026 của Sở Giáo dục và Đào tạo về triển khai công tác bình đẳng giới năm 2026 thực hiện Chỉ thị số 12/CT-UBND ngày 10/01/2026 của Ủy ban nhân dân tỉnh về công tác phụ nữ;

Căn cứ tình hình thực tế của nhà trường;

Trường Tiểu học Hoa Ban xây dựng Kế hoạch thực hiện công tác bình đẳng giới năm 2026 như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

- Nâng cao nhận thức của cán bộ, giáo viên, học sinh về bình đẳng giới.

- Phòng ngừa bạo lực trên cơ sở giới trong nhà trường.

2. Yêu cầu

- Các hoạt động thiết thực, phù hợp với lứa tuổi học sinh.

II. CHỈ TIÊU

- 100% cán bộ, giáo viên, nhân viên được tập huấn về bình đẳng giới.

- Ít nhất 95% học sinh tham gia hoạt động ngoại khóa; tổ chức 02 buổi nói chuyện chuyên đề.

III. NHIỆM VỤ, GIẢI PHÁP

1. Công tác tuyên truyền

- Tuyên truyền Luật Bình đẳng giới; Luật Phòng, chống bạo lực gia đình đến toàn thể cán bộ, giáo viên.

- Tổ chức các hoạt động nhân Ngày Quốc tế Phụ nữ (8/3), Tháng hành động vì bình đẳng giới và phòng, chống bạo lực trên cơ sở giới (từ ngày 15/11 đến ngày 15/12), cụ thể:

+ Treo băng rôn, khẩu hiệu;

+ Tổ chức diễn đàn cho học sinh.

2. Công tác kiểm tra: Ban giám hiệu kiểm tra việc thực hiện kế hoạch mỗi học kỳ một lần.

IV. KINH PHÍ

Kinh phí thực hiện từ nguồn chi thường xuyên của nhà trường.

V. TỔ CHỨC THỰC HIỆN

1. Ban giám hiệu

- Chỉ đạo thực hiện kế hoạch.

- Báo cáo kết quả về Sở Giáo dục và Đào tạo trước ngày 30/5/2026 và 10/12/2026.

2. Công đoàn trường

Phối hợp tổ chức các hoạt động; vận động đoàn viên tham gia.

3. Giáo viên chủ nhiệm có trách nhiệm phổ biến kế hoạch đến học sinh.

Trên đây là Kế hoạch thực hiện công tác bình đẳng giới năm 2026 của Trường Tiểu học Hoa Ban./.

Nơi nhận:
- UBND phường An Hòa (để b/c);
- Các tổ chuyên môn;
- Lưu: VT.

KT. HIỆU TRƯỞNG
PHÓ HIỆU TRƯỞNG

Lê Thị Mai Anh
`
