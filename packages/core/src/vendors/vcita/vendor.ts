import { defineVendor } from '../../define/vendor.ts';
import { token } from './auth.ts';
import { errors } from './errors.ts';
import { vendorEvents, webhooks } from './events.ts';
import { service as appToken, oauth } from './oauth.ts';
import { pagination } from './pagination.ts';
import { quota } from './quota.ts';
import { activityMessage } from './resources/activity-message.ts';
import { app } from './resources/app.ts';
import { appointment } from './resources/appointment.ts';
import { auth } from './resources/auth.ts';
import { availability } from './resources/availability.ts';
import { booking } from './resources/booking.ts';
import { business } from './resources/business.ts';
import { businessClientSettings } from './resources/business-client-settings.ts';
import { cardRequest } from './resources/card-request.ts';
import { client } from './resources/client.ts';
import { clientNote } from './resources/client-note.ts';
import { clientPackage } from './resources/client-package.ts';
import { clientSettings } from './resources/client-settings.ts';
import { contactChannel } from './resources/contact-channel.ts';
import { contactImport } from './resources/contact-import.ts';
import { conversation } from './resources/conversation.ts';
import { coupon } from './resources/coupon.ts';
import { creditNote } from './resources/credit-note.ts';
import { deposit } from './resources/deposit.ts';
import { documentForm } from './resources/document-form.ts';
import { estimate } from './resources/estimate.ts';
import { event } from './resources/event.ts';
import { eventAttendance } from './resources/event-attendance.ts';
import { field } from './resources/field.ts';
import { file } from './resources/file.ts';
import { fileRelation } from './resources/file-relation.ts';
import { form } from './resources/form.ts';
import { importJob } from './resources/import-job.ts';
import { importJobItem } from './resources/import-job-item.ts';
import { invoice } from './resources/invoice.ts';
import { lead } from './resources/lead.ts';
import { matter } from './resources/matter.ts';
import { matterCollaborator } from './resources/matter-collaborator.ts';
import { matterNote } from './resources/matter-note.ts';
import { message } from './resources/message.ts';
import { notificationTemplate } from './resources/notification-template.ts';
import { salePackage } from './resources/package.ts';
import { payment } from './resources/payment.ts';
import { paymentPlan } from './resources/payment-plan.ts';
import { paymentRequest } from './resources/payment-request.ts';
import { paymentSettings } from './resources/payment-settings.ts';
import { product } from './resources/product.ts';
import { productOrder } from './resources/product-order.ts';
import { recurringPayment } from './resources/recurring-payment.ts';
import { resource } from './resources/resource.ts';
import { resourceType } from './resources/resource-type.ts';
import { reviewSettings } from './resources/review-settings.ts';
import { sale } from './resources/sale.ts';
import { salesReport } from './resources/sales-report.ts';
import { search } from './resources/search.ts';
import { service } from './resources/service.ts';
import { serviceCategory } from './resources/service-category.ts';
import { staff } from './resources/staff.ts';
import { staffNotification } from './resources/staff-notification.ts';
import { tag } from './resources/tag.ts';
import { tax } from './resources/tax.ts';
import { timeSlot } from './resources/time-slot.ts';
import { user } from './resources/user.ts';
import { waitlist } from './resources/waitlist.ts';
import { webhook } from './resources/webhook.ts';

/** vcita: clients, bookings and payments of small businesses. Taken from its descriptions of up to August 2026. */
export const vcita = defineVendor({
  name: 'vcita',
  label: 'vcita',
  description: 'Clients, bookings, payments and messages of a small business',
  website: 'https://www.vcita.com',
  documentation: 'https://developers.vcita.com',
  baseUrl: 'https://api.vcita.biz',
  auth: { token, oauth, service: appToken },
  pagination,
  rowsPath: 'data',
  itemPath: 'data',
  errors,
  quota,
  sort: { template: '{field}:{direction}', separator: ',' },
  events: vendorEvents,
  webhooks,
  resources: {
    activityMessage,
    app,
    appointment,
    auth,
    availability,
    booking,
    businessClientSettings,
    business,
    cardRequest,
    clientNote,
    clientPackage,
    clientSettings,
    client,
    contactChannel,
    contactImport,
    conversation,
    coupon,
    creditNote,
    deposit,
    documentForm,
    estimate,
    eventAttendance,
    event,
    field,
    fileRelation,
    file,
    form,
    importJobItem,
    importJob,
    invoice,
    lead,
    matterCollaborator,
    matterNote,
    matter,
    message,
    notificationTemplate,
    package: salePackage,
    paymentPlan,
    paymentRequest,
    paymentSettings,
    payment,
    productOrder,
    product,
    recurringPayment,
    resourceType,
    resource,
    reviewSettings,
    sale,
    salesReport,
    search,
    serviceCategory,
    service,
    staffNotification,
    staff,
    tag,
    tax,
    timeSlot,
    user,
    waitlist,
    webhook,
  },
});
