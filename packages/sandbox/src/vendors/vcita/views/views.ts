import { appointmentView, attendanceBookingView, attendanceView, bookingView, waitlistView } from './booking-view.ts';
import { clientView, matterHitView, matterView, messageView } from './client-view.ts';
import { estimateView, invoiceView } from './document-view.ts';
import { couponView, paymentRequestView, paymentStatusView, paymentView, productView } from './money-view.ts';
import { extraViews } from './sales-view.ts';
import {
  businessView,
  categoryView,
  clientSettingsView,
  collaboratorView,
  serviceView,
  staffView,
  webhookView,
  weeklyHoursView,
} from './team-view.ts';
import type { View } from './view.ts';

const seatOrAppointment: View = (row, around) =>
  row.event_instance_uid ? attendanceBookingView(row, around) : bookingView(row, around);

/** Views by resource, and by operation where its rows are records of another kind. */
export const views: Readonly<Record<string, View>> = {
  appointment: appointmentView,
  booking: seatOrAppointment,
  eventAttendance: attendanceView,
  waitlist: waitlistView,
  client: clientView,
  matter: matterView,
  conversation: matterView,
  message: messageView,
  invoice: invoiceView,
  estimate: estimateView,
  paymentRequest: paymentRequestView,
  payment: paymentView,
  product: productView,
  coupon: couponView,
  staff: staffView,
  service: serviceView,
  serviceCategory: categoryView,
  business: businessView,
  timeSlot: weeklyHoursView,
  webhook: webhookView,
  matterCollaborator: collaboratorView,
  clientSettings: clientSettingsView,
  ...extraViews,
  'client.listConversations': matterView,
  'client.listInvoices': invoiceView,
  'client.listEstimates': estimateView,
  'client.listPayments': paymentView,
  'serviceCategory.listServices': serviceView,
  'search.search': matterHitView,
  'event.addAttendee': attendanceView,
  'coupon.applyToPaymentStatus': paymentStatusView,
  'coupon.validateForPaymentStatus': paymentStatusView,
};
